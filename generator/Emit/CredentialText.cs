using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Credentials in C#.</summary>
internal static class CredentialText
{
    private const string Factory = "global::PowerConnectors.Authentication.ConnectorCredential";

    public static string Type(CredentialKind kind) =>
        kind switch
        {
            CredentialKind.Token => "global::Azure.Core.TokenCredential",
            CredentialKind.Basic => "global::System.Net.NetworkCredential",
            _ => "global::Azure.AzureKeyCredential",
        };

    /// <summary>What the base class takes.</summary>
    public static string Expression(CredentialModel credential) =>
        credential.Kind switch
        {
            CredentialKind.Token => $"{Factory}.Token({credential.Name})",
            CredentialKind.Basic => $"{Factory}.Basic({credential.Name})",
            CredentialKind.QueryKey => $"{Factory}.InQuery({CSharpText.Literal(credential.WireName)}, {credential.Name})",
            _ => $"{Factory}.InHeader({CSharpText.Literal(credential.WireName)}, {credential.Name})",
        };
}
