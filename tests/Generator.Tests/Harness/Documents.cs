using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Tests.Harness;

/// <summary>The documents that tests generate from.</summary>
internal static class Documents
{
    public const string Path = "/specs/contoso.swagger.json";
    public const string OverlayPath = "/specs/contoso.overlay.json";

    /// <summary>The connector that the repository ships.</summary>
    public static string FlowManagement { get; } = Read("flowmanagement.swagger.json");

    public static string FlowManagementOverlay { get; } = Read("flowmanagement.overlay.json");

    /// <summary>A document with these paths and definitions, each given as the members of the object.</summary>
    public static string With(string paths = "", string definitions = "", string more = "") =>
        $$"""
            {
              "swagger": "2.0",
              "info": { "title": "Contoso", "version": "1.0" },
              "paths": {
            {{paths}}
              },
              "definitions": {
            {{definitions}}
              }{{(more.Length == 0 ? "" : ",\n" + more)}}
            }
            """;

    /// <summary>A document with one definition, <c>Thing</c>, that has these members.</summary>
    public static string WithThing(string properties, string more = "") =>
        With(definitions: $$"""  "Thing": { "type": "object", "properties": { {{properties}} }{{more}} }""", paths: Get("GetThing"));

    /// <summary>A GET without parameters.</summary>
    public static string Get(string operationId, string schema = """{ "type": "object" }""", string more = "") =>
        $$"""  "/{{operationId}}": { "get": { "operationId": "{{operationId}}", {{more}} "responses": { "200": { "description": "OK", "schema": {{schema}} } } } }""";

    /// <summary>A PUT of a definition.</summary>
    public static string Put(string operationId, string definition) =>
        $$"""
            "/{{operationId}}": { "put": { "operationId": "{{operationId}}",
              "parameters": [ { "name": "body", "in": "body", "required": true, "schema": { "$ref": "#/definitions/{{definition}}" } } ],
              "responses": { "200": { "description": "OK" } } } }
            """;

    public static string Overlay(params string[] actions) =>
        $$"""
            {
              "overlay": "1.0.0",
              "info": { "title": "Contoso", "version": "1.0" },
              "actions": [
            {{string.Join(",\n", actions)}}
              ]
            }
            """;

    /// <summary>The document after a change to its nodes.</summary>
    public static string Edit(string document, Action<JsonNode> change)
    {
        JsonNode node = JsonNode.Parse(document)!;
        change(node);
        return node.ToJsonString(new() { WriteIndented = true });
    }

    private static string Read(string name)
    {
        using StreamReader reader = new(typeof(Documents).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
