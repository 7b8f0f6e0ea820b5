using System.Text.Json.Nodes;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Makes JSON that a schema describes.</summary>
internal static class SchemaSamples
{
    /// <summary>An instance of a model with every member that the document declares.</summary>
    public static JsonNode Maximal(string model) => Maximal(ModelSchemas.Schema(model));

    /// <summary>An instance of a schema with every member.</summary>
    public static JsonNode Maximal(JsonObject schema)
    {
        JsonObject resolved = ModelSchemas.Resolve(schema);
        return resolved["type"]!.GetValue<string>() switch
        {
            "string" => Text(resolved),
            "boolean" => true,
            "integer" => 42,
            "array" => new JsonArray(Maximal(resolved["items"]!.AsObject()), Maximal(resolved["items"]!.AsObject())),
            _ when ModelSchemas.IsFree(resolved) => JsonNode.Parse("""{"free":[null,1e400,0.10000000000000000001,{"\u0061":"é"}]}""")!,
            _ when resolved["additionalProperties"] is JsonObject values => new JsonObject
            {
                ["alias_1"] = Maximal(values),
                [""] = Maximal(values),
            },
            _ => new JsonObject(
                resolved["properties"]!
                    .AsObject()
                    .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, Maximal(member.Value!.AsObject())))
            ),
        };
    }

    /// <summary>Values that a schema does not describe.</summary>
    public static IEnumerable<string> WrongValues(JsonObject schema)
    {
        string type = ModelSchemas.Resolve(schema)["type"]!.GetValue<string>();
        string[] all = ["7", "1e400", "true", "\"text\"", "[]", "[[]]", "{}", """{"a":[]}"""];
        return type switch
        {
            "string" => all.Where(json => json[0] != '"'),
            "boolean" => all.Where(json => json != "true"),
            "integer" => all.Where(json => json is not ("7" or "1e400")),
            // Both shapes of a collection are read wherever one of them is declared.
            "array" when IsReferences(schema) => ["7", "true", "\"text\"", "[[]]", """{"a":[]}"""],
            "array" => [.. all.Where(json => json[0] != '['), "[[]]"],
            _ when IsReferences(schema) => ["7", "true", "\"text\"", "[[]]", """{"a":[]}"""],
            _ => all.Where(json => json[0] != '{'),
        };
    }

    /// <summary>Values of the type that a schema describes, but not of its format.</summary>
    public static IEnumerable<string> UnfittingValues(JsonObject schema) =>
        (string?)schema["type"] switch
        {
            "string" when schema["format"] is not null => ["\"\"", "\"text\"", "\"2024-13-01T00:00:00Z\""],
            "integer" => ["7.5", "1e400", "99999999999999999999"],
            _ => [],
        };

    private static bool IsReferences(JsonObject schema) =>
        ModelSchemas.Resolve(schema) is var resolved
        && (resolved["items"] ?? resolved["additionalProperties"])?["$ref"]?.GetValue<string>() == "#/definitions/ConnectionReference";

    private static JsonNode Text(JsonObject schema) =>
        schema["format"]?.GetValue<string>() == "date-time" ? "2024-02-29T23:59:59.1234567Z"
        : schema["enum"] is JsonArray values ? values[0]!.DeepClone()
        : "Ünï\"\\/\n\u2028\ud83d\ude00";
}
