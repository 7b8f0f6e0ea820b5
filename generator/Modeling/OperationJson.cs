using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Modeling;

/// <summary>What a document says of an operation and the OpenAPI reader does not keep: media types, forms, and how lists are written.</summary>
internal sealed class OperationJson(JsonObject document, string path, string verb)
{
    private readonly JsonObject? _path = document["paths"]?[path] as JsonObject;

    private JsonObject? Operation => _path?[verb.ToLowerInvariant()] as JsonObject;

    public IReadOnlyList<string> Consumes => MediaTypes("consumes");

    public IReadOnlyList<string> Produces => MediaTypes("produces");

    /// <summary>The fields of a form, in the order of the document.</summary>
    public IEnumerable<JsonObject> FormFields =>
        Parameters
            .Where(static parameter => In(parameter) == "formData")
            .GroupBy(static form => $"{form["name"]}")
            .Select(static same => same.First());

    private IEnumerable<JsonObject> Parameters =>
        new[] { Operation?["parameters"], _path?["parameters"] }
            .OfType<JsonArray>()
            .SelectMany(static list => list)
            .OfType<JsonObject>()
            .Select(parameter => Resolve(parameter, "parameters"));

    public JsonObject? Find(string place, string name) =>
        Parameters.FirstOrDefault(parameter => In(parameter) == place && parameter["name"]?.ToString() == name);

    /// <summary>The schema of an answer.</summary>
    public JsonObject? ResponseSchema(string status) =>
        Resolve(Operation?["responses"]?[status] as JsonObject ?? [], "responses")["schema"] as JsonObject;

    private IReadOnlyList<string> MediaTypes(string name) =>
        [
            .. ((Operation?[name] ?? document[name]) as JsonArray ?? [])
                .Select(static type => $"{type}".Trim())
                .Where(static type => type.Length > 0),
        ];

    private static string? In(JsonObject parameter) => parameter["in"]?.ToString();

    private JsonObject Resolve(JsonObject place, string shared) =>
        place["$ref"]?.ToString() is { } reference && reference.StartsWith($"#/{shared}/", StringComparison.Ordinal)
            ? document[shared]?[reference.Substring(shared.Length + 3).Replace("~1", "/").Replace("~0", "~")] as JsonObject ?? place
            : place;
}
