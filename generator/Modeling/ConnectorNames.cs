using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>The names that everything of one connector stands under.</summary>
/// <param name="ConnectorName">The connector, as one word.</param>
/// <param name="Namespace">The namespace of all its types.</param>
/// <param name="ClientName">The client's class.</param>
internal sealed record ConnectorNames(string ConnectorName, string Namespace, string ClientName)
{
    public string JsonContextName => $"{ConnectorName}JsonContext";

    // What stands in these is somebody else's, and a model could have its name.
    private static readonly string[] NamespacesOfOthers = ["System", "Microsoft", "Azure", "PowerConnectors"];

    /// <summary>
    /// What no model can be called: the types that are no models, whether or not this consumer gets them, as what a model is called must not hang on its
    /// references; and the parts of its own namespace and the roots of all others, as code would find the one in place of the other.
    /// </summary>
    public string[] OfTypes =>
        [
            ClientName,
            JsonContextName,
            $"{ClientName}Settings",
            $"{ClientName}ServiceCollectionExtensions",
            .. Namespace.Split('.'),
            .. NamespacesOfOthers,
        ];

    public string Qualify(string type) => $"global::{Namespace}.{type}";

    public static ConnectorNames Choose(SpecFile file, SpecDocument document, FindingList findings)
    {
        string title = document.OpenApi.Info.Title ?? "";
        string name = NameLength.BoundConnector(Identifiers.Pascal(title.Any(char.IsLetterOrDigit) ? title : FileName(file.Path)));
        string space = Option(
            file,
            SpecOptions.NamespaceKey,
            file.Options.Namespace,
            static value =>
                !Identifiers.IsNamespace(value) ? "it is not a C# name"
                : NamespacesOfOthers.Contains(value) ? "the namespace is somebody else's, with types of its own"
                : null,
            NamespacesOfOthers.Contains(name) ? $"{name}Connector" : name,
            findings
        );
        string client = Option(
            file,
            SpecOptions.ClientNameKey,
            file.Options.ClientName,
            value =>
                !Identifiers.IsIdentifier(value) ? "it is not a C# name"
                : ReservedNames.IsForLanguage(value) ? "C# keeps names of small letters alone for itself"
                : space.Split('.').Contains(value) ? "the namespace has the same name, and would be found in place of the class"
                : null,
            $"{name}Client",
            findings
        );
        string connector =
            client.EndsWith("Client", StringComparison.Ordinal) && client.Length > 6 ? client.Substring(0, client.Length - 6) : client;
        return new ConnectorNames(connector, space, client);
    }

    private static string Option(
        SpecFile file,
        string key,
        string? value,
        Func<string, string?> whyNot,
        string fallback,
        FindingList findings
    )
    {
        if (value is null)
        {
            return fallback;
        }

        if (whyNot(value) is { } reason)
        {
            findings.Add(Descriptors.InvalidOption, file.Path, key, value, reason);
        }

        return value;
    }

    private static string FileName(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        int dot = name.IndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }
}
