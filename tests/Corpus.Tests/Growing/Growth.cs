using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerConnectors.Corpus.Tests.Documents;

namespace PowerConnectors.Corpus.Tests.Growing;

/// <summary>
/// Lets a document grow as a new version of its connector would: what is added comes first, so that everything else moves. Only parameters come last, as those
/// behind one that does not would have to move in C#.
/// </summary>
internal static class Growth
{
    private static readonly HashSet<string> Links = new(["nextLink", "@odata.nextLink"], StringComparer.OrdinalIgnoreCase);

    private const string Inline = """
        { "type": "object", "properties": {
          "aaaName": { "type": "string" },
          "aaaKind": { "type": "string", "enum": ["one", "two"] },
          "aaaInner": { "type": "object", "properties": { "id": { "type": "string" } } },
          "aaaRows": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "integer" } } } }
        } }
        """;

    /// <summary>An operation with an inline object in every place that it has, and a parameter more for those that are there.</summary>
    public static void AddOperation(JsonObject json)
    {
        ConnectorDocument document = new(json);
        JsonArray perClient = [.. PerClient(document).Select(static parameter => parameter.DeepClone())];
        string path = string.Concat(
            perClient.Select(static parameter => $"{parameter!["name"]}").Union(Undeclared(document)).Select(static name => $"/{{{name}}}")
        );
        foreach (DocumentOperation operation in document.Operations)
        {
            JsonArray parameters = operation.Node["parameters"] as JsonArray ?? [];
            operation.Node["parameters"] = parameters;
            parameters.Add(
                JsonNode.Parse(
                    """{ "name": "aaaOption", "in": "query", "type": "string", "enum": ["one", "two"], "x-ms-visibility": "advanced" }"""
                )
            );
        }

        JsonArray all = [.. perClient.Select(static parameter => parameter!.DeepClone())];
        all.Add(JsonNode.Parse($$"""{ "name": "aaaBody", "in": "body", "required": true, "schema": {{Inline}} }"""));
        JsonObject added = new()
        {
            ["post"] = new JsonObject
            {
                ["operationId"] = "AaaAddedOperation",
                ["tags"] =
                    document.Operations.Select(static operation => operation.Node["tags"]?.DeepClone()).FirstOrDefault() ?? new JsonArray(),
                ["consumes"] = new JsonArray("application/json"),
                ["produces"] = new JsonArray("application/json"),
                ["parameters"] = all,
                ["responses"] = JsonNode.Parse($$"""{ "200": { "description": "OK", "schema": {{Inline}} } }"""),
            },
        };
        ((JsonObject)json["paths"]!).Insert(0, $"{path}/aaa-added", added);
    }

    public static void AddDefinition(JsonObject json)
    {
        JsonObject definitions = json["definitions"] as JsonObject ?? [];
        json["definitions"] = definitions;
        definitions.Insert(0, "AaaAddedDefinition", JsonNode.Parse(Inline));
        definitions.Insert(0, "AaaAddedList", JsonNode.Parse($$"""{ "type": "array", "items": {{Inline}} }"""));
    }

    /// <summary>A property, an enumeration, an inline object, and a list and a dictionary of such, in every object of the document that has members.</summary>
    public static void AddMembers(JsonObject json)
    {
        foreach (
            JsonObject properties in Schemas
                .All(json)
                .Select(static schema => schema["properties"])
                .OfType<JsonObject>()
                .Where(static properties => properties.Count > 0)
                .ToArray()
        )
        {
            // An object with one list of that name, or beside a link, is a page of a listing; with two it would be something else.
            if (!properties.ContainsKey("value") && !properties.Any(static member => Links.Contains(member.Key)))
            {
                properties.Insert(0, "aaaRows", JsonNode.Parse($$"""{ "type": "array", "items": {{Inline}} }"""));
            }

            properties.Insert(0, "aaaMap", JsonNode.Parse($$"""{ "type": "object", "additionalProperties": {{Inline}} }"""));
            properties.Insert(0, "aaaInline", JsonNode.Parse(Inline));
            properties.Insert(0, "aaaState", JsonNode.Parse("""{ "type": "string", "enum": ["one", "two"] }"""));
            properties.Insert(0, "aaaText", JsonNode.Parse("""{ "type": "string" }"""));
        }
    }

    // What stands in every path is given once per client too, where the document forgets to declare it.
    private static IEnumerable<string> Undeclared(ConnectorDocument document) =>
        document
            .Operations.Select(operation =>
                Regex
                    .Matches(operation.Path, @"\{([^{}]+)\}")
                    .Select(static match => match.Groups[1].Value)
                    .Except(
                        document
                            .Parameters(operation)
                            .Where(static parameter => $"{parameter["in"]}" == "path")
                            .Select(static parameter => $"{parameter["name"]}")
                    )
            )
            .Aggregate((IEnumerable<string>?)null, static (common, names) => common?.Intersect(names) ?? names)
        ?? [];

    // What every operation is given once per client; an operation without them would end that.
    private static JsonObject[] PerClient(ConnectorDocument document) =>
        document.Operations.Count == 0
            ? []
            :
            [
                .. document
                    .Parameters(document.Operations[0])
                    .Where(static parameter =>
                        parameter["in"]?.ToString() == "path" && parameter["x-ms-visibility"]?.ToString() == "internal"
                    ),
            ];
}
