using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Naming;

namespace PowerConnectors.Generator.Modeling.Security;

/// <summary>Names the credentials of a client: one by what it is, several by what the document calls them.</summary>
/// <param name="parameters">The names of the constructors' parameters.</param>
/// <param name="settings">The names of the settings that a service collection makes the client of.</param>
internal sealed class CredentialBuilder(NameScope parameters, NameScope settings)
{
    public SecurityModel Build(SecurityChoice choice)
    {
        foreach (string name in Identifiers.PlainFirst(choice.Schemes.Select(static scheme => scheme.Name)))
        {
            Name(name);
        }

        return new SecurityModel(
            choice.Scopes.ToEquatableArray(),
            choice.Schemes.SelectMany(static scheme => scheme.ScopeHosts).ToEquatableArray(),
            choice.Schemes.Count switch
            {
                0 when choice.IsNone => Array.Empty<CredentialModel>().ToEquatableArray(),
                0 => SecurityModel.TokenOnly,
                1 => new[] { Build(choice.Schemes[0], "credential", SettingName(choice.Schemes[0].Kind)) }.ToEquatableArray(),
                _ => choice.Schemes.Select(scheme => Build(scheme, Name(scheme.Name), Identifiers.Pascal(scheme.Name))).ToEquatableArray(),
            }
        );
    }

    // The same scheme gets the same name each time.
    private string Name(string scheme) => ReservedNames.Escape(parameters.Take(Identifiers.Camel(scheme), scheme, "Credential"));

    private CredentialModel Build(SecurityScheme scheme, string name, string settingName) =>
        scheme.Kind == CredentialKind.Token
            ? CredentialModel.Token(name, scheme.Description)
            : new CredentialModel(
                scheme.Kind,
                scheme.WireName,
                name,
                settings.Take(settingName, scheme.Name, "Credential"),
                new DocModel(DocTexts.Paragraphs(Say(scheme), scheme.Description))
            );

    private static string SettingName(CredentialKind kind) => kind == CredentialKind.Basic ? "BasicCredential" : "KeyCredential";

    private static string Say(SecurityScheme scheme) =>
        scheme.Kind switch
        {
            CredentialKind.Basic => "The user name and the password, sent to the endpoint only.",
            CredentialKind.QueryKey => $"The key, sent to the endpoint only, in the query parameter '{scheme.WireName}'.",
            _ => $"The key, sent to the endpoint only, in the header '{scheme.WireName}'.",
        };
}
