using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Corpus.Tests.Calling;
using PowerConnectors.Corpus.Tests.Documents;

namespace PowerConnectors.Corpus.Tests.Checking;

/// <summary>Compares a request's body with the schema of the document.</summary>
internal sealed class BodyCheck(ConnectorDocument document, IReadOnlyList<string> consumes)
{
    private readonly List<JsonObject> _way = [];

    public IEnumerable<string> Problems(JsonObject parameter, RecordedRequest request)
    {
        if (request.Body is null)
        {
            return ["the body is not sent"];
        }

        if (consumes.Count > 0 && !consumes.Any(type => SameType(type, request.MediaType)))
        {
            return [$"the body is {request.MediaType}, and {string.Join(", ", consumes)} is declared"];
        }

        if (request.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true || IsRaw(parameter))
        {
            return request.Body.Length == 0 ? ["the body is empty"] : [];
        }

        JsonNode? json;
        try
        {
            json = JsonNode.Parse(request.Body);
        }
        catch (JsonException exception)
        {
            return [$"the body is no JSON: {exception.Message}"];
        }

        return Problems(parameter["schema"] as JsonObject ?? [], json, "body");
    }

    private List<string> Problems(JsonObject schema, JsonNode? json, string path)
    {
        JsonObject resolved = document.Resolve(schema);
        if (_way.Contains(resolved))
        {
            return [];
        }

        _way.Add(resolved);
        JsonObject merged = document.Merge(resolved);
        List<string> problems = ConnectorDocument.TypeOf(merged) switch
        {
            "object" => [.. InObject(merged, json, path)],
            "array" => [.. InArray(merged, json, path)],
            { } type when !IsOf(type, json) => [$"{path} is {json?.GetValueKind().ToString() ?? "null"}, and {type} is declared"],
            // Numbers stay plain numbers in C#, and the caller chooses them.
            not ("number" or "integer")
                when merged["enum"] is JsonArray { Count: > 0 } values && !values.Any(value => JsonNode.DeepEquals(value, json)) =>
                IsScalar(json) ? [$"{path} is {json}, which is not declared"] : [],
            _ => [],
        };
        _way.Remove(resolved);
        return problems;
    }

    private IEnumerable<string> InObject(JsonObject schema, JsonNode? json, string path)
    {
        if (json is not JsonObject members)
        {
            return [$"{path} is {json?.GetValueKind().ToString() ?? "null"}, and an object is declared"];
        }

        JsonObject declared = schema["properties"] as JsonObject ?? [];
        IEnumerable<string> problems = declared.SelectMany(member =>
            InMember(member.Key, member.Value as JsonObject ?? [], members, $"{path}.{member.Key}")
        );
        bool isOpen = declared.Count == 0 || schema["additionalProperties"] is not null || schema["discriminator"] is not null;
        return isOpen
            ? problems
            : problems.Concat(
                members
                    .Select(static member => member.Key)
                    .Except(declared.Select(static member => member.Key))
                    .Select(name => $"{path}.{name} is sent, and not declared")
            );
    }

    private List<string> InMember(string name, JsonObject schema, JsonObject members, string path)
    {
        bool isReadOnly = schema["readOnly"]?.ToString() == "true";
        if (members.TryGetPropertyValue(name, out JsonNode? value))
        {
            return isReadOnly ? [$"{path} is sent, and it is readOnly"] : Problems(schema, value, path);
        }

        JsonObject resolved = document.Resolve(schema);
        bool ends = isReadOnly || resolved["readOnly"]?.ToString() == "true" || _way.Contains(resolved) || IsHidden(schema);
        return ends ? [] : [$"{path} is not sent"];
    }

    private IEnumerable<string> InArray(JsonObject schema, JsonNode? json, string path)
    {
        if (json is not JsonArray items)
        {
            return [$"{path} is {json?.GetValueKind().ToString() ?? "null"}, and an array is declared"];
        }

        JsonObject element = schema["items"] as JsonObject ?? [];
        return items.Count == 0
            ? _way.Contains(document.Resolve(element))
                ? []
                : [$"{path} is empty"]
            : items.SelectMany((item, index) => Problems(element, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")));
    }

    // Text or bytes, of whatever type the caller says that they are.
    private bool IsRaw(JsonObject parameter) =>
        (consumes.Count > 0 && !consumes[0].Contains("json", StringComparison.OrdinalIgnoreCase))
        || parameter["schema"] is JsonObject schema && document.Resolve(schema)["format"]?.ToString() is "binary" or "byte";

    // Nobody is asked for it, and the document has no value for it.
    private static bool IsHidden(JsonObject schema) => schema["x-ms-visibility"]?.ToString() == "internal" && schema["default"] is null;

    private static bool IsScalar(JsonNode? json) => json is JsonValue;

    private static bool IsOf(string type, JsonNode? json) =>
        (type, json?.GetValueKind()) switch
        {
            ("string", JsonValueKind.String) => true,
            ("integer", JsonValueKind.Number) => !json!.ToJsonString().Contains('.', StringComparison.Ordinal),
            ("number", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("string" or "integer" or "number" or "boolean", _) => false,
            _ => true,
        };

    private static bool SameType(string declared, string? sent) =>
        declared.Contains('*', StringComparison.Ordinal)
        || string.Equals(declared.Split(';')[0].Trim(), sent, StringComparison.OrdinalIgnoreCase);
}
