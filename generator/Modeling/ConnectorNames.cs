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

    /// <summary>The types that are no models, whether or not this consumer gets them: what a model is called must not hang on its references.</summary>
    public string[] OfTypes => [ClientName, JsonContextName, $"{ClientName}Settings", $"{ClientName}ServiceCollectionExtensions"];

    public string Qualify(string type) => $"global::{Namespace}.{type}";

    public static ConnectorNames Choose(SpecFile file, SpecDocument document, FindingList findings)
    {
        string title = document.OpenApi.Info.Title ?? "";
        string name = NameLength.BoundConnector(Identifiers.Pascal(title.Any(char.IsLetterOrDigit) ? title : FileName(file.Path)));
        string space = Option(file, SpecOptions.NamespaceKey, file.Options.Namespace, Identifiers.IsNamespace, name, findings);
        string client = Option(
            file,
            SpecOptions.ClientNameKey,
            file.Options.ClientName,
            Identifiers.IsIdentifier,
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
        Func<string, bool> isPossible,
        string fallback,
        FindingList findings
    )
    {
        if (value is null || isPossible(value))
        {
            return value ?? fallback;
        }

        findings.Add(Descriptors.InvalidOption, file.Path, key, value, "it is not a C# name");
        return fallback;
    }

    private static string FileName(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        int dot = name.IndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }
}
