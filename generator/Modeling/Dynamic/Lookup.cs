using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Modeling.Dynamic;

/// <summary>One of the extensions that name an operation to ask: for the values to choose from, or for the schema of what is free JSON.</summary>
/// <param name="Key">The extension.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Node">What it says.</param>
internal sealed record Lookup(string Key, LookupKind Kind, JsonObject Node)
{
    // Of two that stand in one place, the newer one counts, as it does for Power Automate.
    private static readonly (string Key, LookupKind Kind)[] Keys =
    [
        ("x-ms-dynamic-list", LookupKind.Choices),
        ("x-ms-dynamic-values", LookupKind.Choices),
        ("x-ms-dynamic-properties", LookupKind.Schema),
        ("x-ms-dynamic-schema", LookupKind.Schema),
    ];

    public string? OperationId => Text("operationId");

    /// <summary>Whether what is asked is no operation of the document, but something that the platform has built in, such as a picker of files.</summary>
    public bool IsBuiltIn => Node.ContainsKey("capability") || Node.ContainsKey("builtInOperation");

    public string? ItemsPath => Kind == LookupKind.Choices ? Text("itemsPath", "value-collection") : null;

    public string? ValuePath => Text("itemValuePath", "value-path");

    public string? TitlePath => Kind == LookupKind.Choices ? Text("itemTitlePath", "value-title") : null;

    /// <summary>What the document gives for parameters of the operation. References to other parameters are not among it: those are the caller's to give.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode>> Constants =>
        (Node["parameters"] as JsonObject ?? [])
            .Select(static given => new KeyValuePair<string, JsonNode?>(
                given.Key,
                given.Value is JsonObject reference ? reference["value"] : given.Value
            ))
            .Where(static given => given.Value is not null)
            .OrderBy(static given => given.Key, StringComparer.Ordinal)!;

    /// <summary>What makes two of them the same, wherever they stand.</summary>
    public string Identity =>
        JsonSerializer.Serialize(
            (string?[])
                [
                    OperationId,
                    Kind.ToString(),
                    ItemsPath,
                    ValuePath,
                    TitlePath,
                    .. Constants.SelectMany(static given => new[] { given.Key, given.Value.ToJsonString() }),
                ]
        );

    /// <summary>What stands at a parameter or schema: at most one for each kind.</summary>
    /// <param name="place">The place.</param>
    /// <param name="find">Finds an extension there.</param>
    public static IReadOnlyList<Lookup> At<TPlace>(TPlace place, Func<TPlace, string, JsonNode?> find)
    {
        // Asked of every schema, most of which have none.
        List<Lookup>? found = null;
        foreach ((string key, LookupKind kind) in Keys)
        {
            if (find(place, key) is JsonObject node)
            {
                Add(new Lookup(key, kind, node), found ??= []);
            }
        }

        return found ?? (IReadOnlyList<Lookup>)[];
    }

    private static void Add(Lookup lookup, List<Lookup> found)
    {
        if (!found.Exists(other => other.Kind == lookup.Kind))
        {
            found.Add(lookup);
        }
    }

    private string? Text(params string[] names) =>
        names
            .Select(name => Node[name] is JsonValue value ? value.ToString() : null)
            .FirstOrDefault(static text => !string.IsNullOrEmpty(text));
}
