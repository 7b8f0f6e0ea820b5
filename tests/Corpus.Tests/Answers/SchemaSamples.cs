using System.Text.Json.Nodes;
using PowerConnectors.Corpus.Tests.Documents;

namespace PowerConnectors.Corpus.Tests.Answers;

/// <summary>Makes JSON that a schema of the document describes.</summary>
internal sealed class SchemaSamples(ConnectorDocument document, SampleKind kind)
{
    private readonly List<JsonObject> _way = [];

    /// <summary>A value; nothing where the schema leads back into itself.</summary>
    public Sample? Make(JsonObject schema) => Make(schema, isMember: false);

    // The token of a number is kept in a member, not in a list.
    private Sample? Make(JsonObject schema, bool isMember)
    {
        JsonObject resolved = document.Resolve(schema);
        if (_way.Contains(resolved))
        {
            return null;
        }

        _way.Add(resolved);
        JsonObject merged = document.Merge(resolved);
        JsonNode? made = ConnectorDocument.TypeOf(merged) switch
        {
            "object" => Object(merged),
            "array" => Array(merged),
            "string" => Text(merged),
            "integer" => merged["format"]?.ToString() == "int64" ? 9007199254740993 : Declared(merged) ?? 42,
            "number" => Declared(merged) ?? JsonNode.Parse(isMember ? "1.50" : "1.5"),
            "boolean" => true,
            _ => JsonNode.Parse("""{"free":[null,1e400,0.10000000000000000001,{"\u0061":"é"}]}"""),
        };
        _way.Remove(resolved);
        return new Sample(made);
    }

    private JsonObject Object(JsonObject schema)
    {
        JsonObject declared = schema["properties"] as JsonObject ?? [];
        JsonArray required = schema["required"] as JsonArray ?? [];
        JsonObject made = [];
        foreach ((string name, JsonNode? member) in declared)
        {
            if (kind == SampleKind.Least && !required.Any(required => required?.ToString() == name))
            {
                continue;
            }

            if (kind == SampleKind.Nulls && _way.Count > 1)
            {
                made[name] = null;
            }
            else if (Make(member as JsonObject ?? [], isMember: true) is { } value)
            {
                made[name] = value.Json;
            }
        }

        if (schema["additionalProperties"] is JsonObject values)
        {
            // Beside declared members they are as good as undeclared.
            foreach (string name in declared.Count > 0 ? (string[])["undeclared 1", "undeclared 2"] : ["", "key 1"])
            {
                if (Make(values) is { } value)
                {
                    made[name] = value.Json;
                }
            }
        }

        bool isFree = declared.Count == 0 && schema["additionalProperties"] is not JsonObject;
        if (
            kind == SampleKind.Undeclared && (isFree || schema["additionalProperties"] is not JsonObject)
            || isFree && kind == SampleKind.Declared
        )
        {
            made["undeclared \u00fd"] = JsonNode.Parse("""{"more":[1.0,null,true,"text"]}""");
        }

        return made;
    }

    private JsonArray Array(JsonObject schema)
    {
        JsonObject element = schema["items"] as JsonObject ?? [];
        return kind == SampleKind.Least || Make(element) is not { } first ? [] : [first.Json, Make(element)!.Json];
    }

    private JsonNode? Text(JsonObject schema) =>
        schema["enum"] is JsonArray { Count: > 0 }
            ? kind == SampleKind.Undeclared
                ? "a value of tomorrow"
                : Declared(schema)
            : schema["format"]?.ToString() switch
            {
                "date-time" => "2024-02-29T23:59:59.1234567Z",
                "date" => "2024-02-29",
                "uuid" or "guid" => "0f8fad5b-d9cb-469f-a165-70867728950e",
                "uri" or "url" => "https://contoso.example/a%20b?c=d",
                "byte" or "binary" => "AQID/w==",
                "time" => "23:59:59",
                _ => "Ünï\"\\/\n\u2028😀",
            };

    private static JsonNode? Declared(JsonObject schema) =>
        (schema["enum"] as JsonArray)?.FirstOrDefault(static value => value is not null)?.DeepClone();
}

/// <summary>A value, which can be JSON's null.</summary>
internal sealed record Sample(JsonNode? Json);
