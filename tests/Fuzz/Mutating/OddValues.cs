using System.Text.Json.Nodes;

namespace PowerConnectors.Fuzz.Mutating;

/// <summary>Values that stand where others are expected.</summary>
internal static class OddValues
{
    private static readonly string[] s_texts =
    [
        "",
        " ",
        "x",
        "null",
        "object",
        "array",
        "string",
        "integer",
        "number",
        "boolean",
        "file",
        "query",
        "path",
        "body",
        "formData",
        "header",
        "internal",
        "date-time",
        "int32",
        "uuid",
        "byte",
        "multi",
        "application/json",
        "text/plain",
        "*/*",
        "#/definitions/Thing",
        "#/",
        "#",
        "../x.json#/a",
        "{",
        "}",
        "{id}",
        "/{a}/{b}",
        "class",
        "Task",
        "\"",
        "*/",
        "\n",
        "\u2028",
        "\ud83d\ude00",
        "1e400",
        "-1",
        "https://contoso.example:99999/",
        "C:",
        "$.x",
        "$ref",
        "x-ms-enum",
        "200",
        "2XX",
        "default",
        "properties",
        "type",
    ];

    private static readonly string[] s_values =
    [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1.5",
        "1e400",
        "99999999999999999999999999",
        "[]",
        "{}",
        "[[]]",
        "[null]",
        "[\"\"]",
        "{\"\":null}",
        "{\"type\":\"object\"}",
        "{\"type\":[\"string\",\"null\"]}",
        "{\"type\":\"array\"}",
        "{\"$ref\":\"#/definitions/Thing\"}",
        "{\"enum\":[1,\"1\",null,true,{}]}",
        "{\"properties\":{\"a\":null}}",
    ];

    public static string Text(Random random) =>
        random.Next(40) == 0 ? new string('a', random.Next(1000, 200_000)) : s_texts[random.Next(s_texts.Length)];

    public static JsonNode? Any(Random random) =>
        random.Next(2) == 0 ? Text(random) : JsonNode.Parse(s_values[random.Next(s_values.Length)]);
}
