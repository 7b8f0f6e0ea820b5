using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Testing.Generating;

/// <summary>
/// Makes a connector's document of any size, shaped as large ones are: for its size it has as many operations, parameters, definitions, members, enums and
/// descriptions. A test of the corpus holds it between the least and the most of the large documents there.
/// </summary>
internal static class LargeDocument
{
    private const int Sample = 20;

    // Most documents indent by two, and have more text besides: with two, this one would hold more for its size than any of them.
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, IndentSize = 4 };

    /// <param name="size">How many characters it has, within a hundredth.</param>
    public static string Of(int size) => Text((int)((long)size * Sample / Text(Sample).Length));

    private static string Text(int things)
    {
        JsonObject paths = [];
        JsonObject definitions = [];
        for (int i = 0; i < things; i++)
        {
            paths[$"/things{i}/{{id}}"] = i % 2 == 0 ? Updating(i) : Getting(i);
            definitions[$"Thing{i}"] = Thing(i);
            if (HasRow(i))
            {
                definitions[$"Row{i}"] = Row();
            }
        }

        JsonObject document = new()
        {
            ["swagger"] = "2.0",
            ["info"] = new JsonObject { ["title"] = "Large", ["version"] = "1.0" },
            ["consumes"] = new JsonArray("application/json"),
            ["produces"] = new JsonArray("application/json"),
            ["paths"] = paths,
            ["definitions"] = definitions,
        };
        return document.ToJsonString(s_indented);
    }

    private static JsonNode Updating(int i) =>
        Operation(
            i,
            "post",
            "Update",
            $"Changes what is known of thing {i}, and gives it as it is from then on.",
            $$"""
            { "name": "thing", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Thing{{i}}" } }
            """,
            "The thing as it is now."
        );

    private static JsonNode Getting(int i) =>
        Operation(
            i,
            "get",
            "Get",
            $"Gives what is known of thing {i}.",
            """
            { "name": "expand", "in": "query", "type": "string", "x-ms-summary": "Expand", "description": "What to give along with the thing." },
            { "name": "top", "in": "query", "type": "integer", "format": "int32", "x-ms-summary": "Top", "description": "How many rows to give at most." }
            """,
            "The thing.",
            """
            "400": { "description": "The service did not understand what was asked." },
            """
        );

    private static JsonNode Operation(
        int i,
        string verb,
        string name,
        string description,
        string parameters,
        string answer,
        string otherAnswers = ""
    ) =>
        Parse(
            $$"""
            { "{{verb}}": { "operationId": "{{name}}Thing{{i}}", "tags": ["Group{{i / 20}}"], "summary": "{{name}} thing {{i}}",
              "description": "{{description}}",
              "parameters": [
                { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-summary": "Id",
                  "description": "Which of the things there are, as its list has it." },
                {{parameters}} ],
              "responses": {
                "200": { "description": "{{answer}}", "schema": { "$ref": "#/definitions/Thing{{i}}" } },
                {{otherAnswers}}
                "404": { "description": "There is no such thing." } } } }
            """
        );

    private static JsonNode Thing(int i)
    {
        string values = i % 2 == 0 ? """, "enum": ["NotStarted", "Started", "Paused", "Stopped", "Failed", "Removed", "Unknown"]""" : "";
        string format = i % 2 == 0 ? """, "format": "date-time" """ : "";
        string row = HasRow(i) ? $$"""{ "$ref": "#/definitions/Row{{i}}" }""" : Row().ToJsonString();
        return Parse(
            $$"""
            { "type": "object", "required": ["id"], "properties": {
              "id": { "type": "string", "description": "What the thing is called by programs." },
              "name": { "type": "string", "x-ms-summary": "Name", "description": "What people see of the thing. It need not be the only one of its name." },
              "count": { "type": "integer", "format": "int32", "description": "How many rows there are, with those not given." },
              "changed": { "type": "string"{{format}} },
              "state": { "type": "string", "description": "What the thing does at present."{{values}} },
              "active": { "type": "boolean" },
              "previous": { "$ref": "#/definitions/Thing{{Math.Max(0, i - 1)}}" },
              "rows": { "type": "array", "description": "What the thing is made of, oldest first.", "items": {{row}} } } }
            """
        );
    }

    private static JsonNode Row() =>
        Parse(
            """{ "type": "object", "properties": { "key": { "type": "string", "x-ms-summary": "Key", "description": "What the row is found by." }, "value": { "type": "number" } } }"""
        );

    // Large documents name some of the types of items, and write others where they are used.
    private static bool HasRow(int i) => i % 3 == 0;

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
