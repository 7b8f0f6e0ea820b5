using System.Text.Json.Nodes;

namespace PowerConnectors.Corpus.Tests.Documents;

/// <summary>Finds the schemas of a document, each at the place where it is declared.</summary>
internal static class Schemas
{
    public static IEnumerable<JsonObject> All(JsonObject document) =>
        Members(document["definitions"])
            .Concat(Members(document["parameters"]).Select(static parameter => parameter["schema"]).OfType<JsonObject>())
            .Concat(Members(document["responses"]).Select(static response => response["schema"]).OfType<JsonObject>())
            .Concat(new ConnectorDocument(document).Operations.SelectMany(OfOperation))
            .SelectMany(Within);

    private static IEnumerable<JsonObject> OfOperation(DocumentOperation operation) =>
        (operation.Node["parameters"] as JsonArray ?? [])
            .Concat(operation.PathItem["parameters"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Concat(Members(operation.Node["responses"]))
            .Select(static holder => holder["schema"])
            .OfType<JsonObject>();

    private static IEnumerable<JsonObject> Within(JsonObject schema) =>
        ((JsonObject[])[.. Members(schema["properties"]), .. One(schema["items"]), .. One(schema["additionalProperties"])])
            .SelectMany(Within)
            .Prepend(schema);

    private static IEnumerable<JsonObject> Members(JsonNode? node) =>
        (node as JsonObject ?? []).Select(static member => member.Value).OfType<JsonObject>();

    private static JsonObject[] One(JsonNode? node) => node is JsonObject schema ? [schema] : [];
}
