using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Corpus.Tests.Documents;

/// <summary>Reads a connector's document as Swagger 2.0 says, on its own: it shares nothing with the generator, so that it cannot agree with its mistakes.</summary>
internal sealed class ConnectorDocument(JsonObject json)
{
    private static readonly string[] s_verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    public JsonObject Json => json;

    public IReadOnlyList<DocumentOperation> Operations { get; } = [.. FindOperations(json)];

    /// <summary>The parameters of an operation, with those of its path that it does not have itself.</summary>
    public IReadOnlyList<JsonObject> Parameters(DocumentOperation operation) =>
        [
            .. Objects(operation.Node["parameters"])
                .Concat(Objects(operation.PathItem["parameters"]))
                .Select(Resolve)
                .DistinctBy(static parameter => (parameter["in"]?.ToString(), parameter["name"]?.ToString())),
        ];

    /// <summary>The media types that an operation takes or gives; empty where the document does not say.</summary>
    public IReadOnlyList<string> MediaTypes(DocumentOperation operation, string member) =>
        [.. ((operation.Node[member] ?? json[member]) as JsonArray ?? []).Select(static type => $"{type}")];

    /// <summary>A schema with the parts of its <c>allOf</c> merged into it.</summary>
    public JsonObject Merge(JsonObject schema)
    {
        schema = Resolve(schema);
        if (schema["allOf"] is not JsonArray parts)
        {
            return schema;
        }

        JsonObject merged = [];
        JsonObject properties = [];
        foreach (JsonObject part in Objects(parts).Select(Merge).Append(schema))
        {
            foreach ((string name, JsonNode? value) in part.Where(static member => member.Key is not ("allOf" or "properties")))
            {
                merged[name] = value?.DeepClone();
            }

            foreach ((string name, JsonNode? value) in part["properties"] as JsonObject ?? [])
            {
                properties[name] = value?.DeepClone();
            }
        }

        if (properties.Count > 0)
        {
            merged["properties"] = properties;
        }

        return merged;
    }

    /// <summary>What a schema describes: its <c>type</c>, or what its other members say; nothing for any JSON.</summary>
    public static string? TypeOf(JsonObject schema) =>
        schema["type"] is JsonValue type ? type.ToString()
        : schema["properties"] is JsonObject || schema["additionalProperties"] is JsonObject ? "object"
        : schema["enum"] is JsonArray { Count: > 0 } values && values.All(static value => value?.GetValueKind() == JsonValueKind.String)
            ? "string"
        : null;

    /// <summary>What a schema, parameter or response is, its reference followed.</summary>
    public JsonObject Resolve(JsonObject node)
    {
        HashSet<string> way = new(StringComparer.Ordinal);
        while (node["$ref"] is JsonValue reference)
        {
            if (!way.Add(reference.ToString()) || Follow(reference.ToString()) is not { } next)
            {
                return [];
            }

            node = next;
        }

        return node;
    }

    private JsonObject? Follow(string reference)
    {
        JsonNode? node = json;
        foreach (string segment in reference.Split('/').Skip(1))
        {
            string name = Uri.UnescapeDataString(segment)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            node = (node as JsonObject)?[name];
        }

        return node as JsonObject;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<DocumentOperation> FindOperations(JsonObject json)
    {
        foreach ((string path, JsonNode? item) in json["paths"] as JsonObject ?? [])
        {
            foreach ((string verb, JsonNode? operation) in item as JsonObject ?? [])
            {
                if (s_verbs.Contains(verb) && operation is JsonObject node)
                {
                    yield return new DocumentOperation(path, verb.ToUpperInvariant(), node, (JsonObject)item!);
                }
            }
        }
    }
}

/// <summary>An operation and where it stands.</summary>
internal sealed record DocumentOperation(string Path, string Verb, JsonObject Node, JsonObject PathItem)
{
    /// <summary>What findings and exceptions call it.</summary>
    public string Name => Node["operationId"]?.ToString() ?? $"{Verb} {Path}";
}
