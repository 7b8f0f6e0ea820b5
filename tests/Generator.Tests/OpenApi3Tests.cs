using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>What an OpenAPI 3.0 document becomes, and what is said of it: in the words and at the places of the document.</summary>
public sealed class OpenApi3Tests
{
    private const string Answer = """ "responses": { "200": { "description": "OK" } } """;

    /// <summary>What is wrong, the document, and the finding as the compiler shows it. A ¦ marks the place.</summary>
    public static TheoryData<string, string, string, string> Findings =>
        new()
        {
            { "a later version", """{ ¦"openapi": "3.1.0", "info": {}, "paths": {} }""", "PCG003", "OpenAPI 3.1.0, and only 3.0" },
            { "a version as number", """{ ¦"openapi": 3.0, "info": {}, "paths": {} }""", "PCG003", "OpenAPI 3.0, and only" },
            {
                "a cookie",
                Get("""¦{ "name": "session", "in": "cookie", "schema": { "type": "string" } }"""),
                "PCG019",
                "'session' is not supported: cookies are not sent"
            },
            {
                "a shared cookie",
                Get(
                    """{ "$ref": "#/components/parameters/Session" }, { "$ref": "#/components/parameters/Session" }""",
                    """ "parameters": { ¦"Session": { "name": "session", "in": "cookie", "schema": { "type": "string" } } } """
                ),
                "PCG019",
                "/components/parameters/Session"
            },
            {
                "a path parameter of a style",
                With(
                    $$"""
                    "/b/{id}": { ¦"get": { "operationId": "GetB", "parameters": [
                      { "name": "id", "in": "path", "required": true, "style": "matrix", "schema": { "type": "string" } } ], {{Answer}} } },
                    "/c": { "get": { "operationId": "GetC", {{Answer}} } }
                    """
                ),
                "PCG013",
                "'GetB' gets no method: the path parameter 'id' has the style 'matrix'"
            },
            {
                "a path parameter of a style for all operations of a path",
                With(
                    $$"""
                    "/b/{id}": { "parameters": [ { "name": "id", "in": "path", "required": true, "style": "label", "schema": { "type": "string" } } ],
                      ¦"get": { {{Answer}} } },
                    "/c": { "get": { "operationId": "GetC", {{Answer}} } }
                    """
                ),
                "PCG013",
                "'GET /b/{id}' gets no method"
            },
            {
                "lists of lists of files",
                With(
                    $$"""
                    "/b": { "post": { "operationId": "PostB", {{Answer}}, "requestBody": { "content": { "multipart/form-data": { "schema": {
                      "type": "object", "properties": { ¦"all": { "type": "array", "items": { "type": "array", "items": { "type": "string", "format": "binary" } } } } } } } } } },
                    "/c": { "get": { "operationId": "GetC", {{Answer}} } }
                    """
                ),
                "PCG019",
                "'all' is not supported: lists of lists of files"
            },
            {
                "members of an object, by way of a part",
                With(
                    $$"""
                    "/b": { "get": { "operationId": "GetB", {{Answer}}, "parameters": [
                      { "name": "filter", "in": "query", "style": "deepObject", ¦"schema": { "allOf": [ { "type": "object" } ] } } ] } },
                    "/c": { "get": { "operationId": "GetC", {{Answer}} } }
                    """
                ),
                "PCG019",
                "'filter' is not supported: members of objects"
            },
            {
                "members of an object",
                Get("""{ "name": "filter", "in": "query", "style": "deepObject", ¦"schema": { "type": "object" } }"""),
                "PCG019",
                "'filter' is not supported: members of objects"
            },
            { "servers of an operation", Operation("""¦"servers": [ { "url": "https://other.example" } ]"""), "PCG019", "one endpoint" },
            {
                "a server with an unknown variable",
                With(Path, more: """, "servers": [ { ¦"url": "https://{region}.example/{}" } ]"""),
                "PCG019",
                "'region' has no default"
            },
            {
                "a server that is none",
                With(Path, more: """, "servers": [ { ¦"url": "https://a b/x" } ]"""),
                "PCG017",
                "The host 'a b' is not the name of a host"
            },
            {
                "a server without encryption",
                With(Path, more: """, "servers": [ { ¦"url": "http://api.example/x" } ]"""),
                "PCG019",
                "credentials are sent over https only"
            },
            { "a body as text", Operation("""¦"requestBody": "a" """), "PCG030", "'requestBody' has to be an object" },
            { "a choice as object", Schemas(""" "Thing": { ¦"oneOf": {} } """), "PCG030", "'oneOf' has to be an array of objects" },
            {
                "nullable as text",
                Schemas(""" "Thing": { "type": "string", ¦"nullable": "perhaps" } """),
                "PCG030",
                "'nullable' has to be true or false"
            },
            {
                "a dangling reference",
                Schemas(""" "Thing": { "type": "array", "items": { ¦"$ref": "#/components/schemas/Gone" } } """),
                "PCG004",
                "'#/components/schemas/Gone' leads to nothing in this document, so that the definition 'Thing' is left out. Correct it, or add what it names. JSON pointer: /components/schemas/Thing/items/$ref"
            },
            {
                "a dangling reference in a choice",
                Schemas(""" "Thing": { "oneOf": [ { "type": "string" }, { ¦"$ref": "#/components/schemas/Gone" } ] } """),
                "PCG004",
                "Gone"
            },
            {
                "a dangling reference to a parameter",
                Get("""{ ¦"$ref": "#/components/parameters/Gone" }"""),
                "PCG004",
                "'#/components/parameters/Gone'"
            },
            { "a reference to a file", Operation(""" "requestBody": { ¦"$ref": "bodies.json#/Thing" }"""), "PCG004", "bodies.json" },
            {
                "a schema that stands for itself",
                Schemas(""" "A": { ¦"$ref": "#/components/schemas/A" } """),
                "PCG004",
                "leads back to itself only"
            },
            {
                "a way to log in that is not known",
                With(Path, """ "securitySchemes": { "login": { ¦"type": "http", "scheme": "Digest" } } """),
                "PCG021",
                "'http digest'"
            },
            {
                "a key in a cookie",
                With(Path, """ "securitySchemes": { "login": { "type": "apiKey", "name": "key", ¦"in": "cookie" } } """),
                "PCG021",
                "/components/securitySchemes/login/in"
            },
            {
                "a type that is none, of a parameter",
                Get("""{ "name": "a", "in": "query", "schema": { ¦"type": "strang" } }"""),
                "PCG019",
                "type: strang"
            },
            {
                "an extension in a form",
                Operation(
                    """ "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "properties": { "a": { "type": "string", ¦"x-ms-enum": 5 } } } } } }"""
                ),
                "PCG015",
                "x-ms-enum"
            },
        };

    [Theory]
    [MemberData(nameof(Findings))]
    public void A_document_has(string what, string marked, string id, string says)
    {
        Generation generation = Generation.Of(marked.Replace("¦", "", StringComparison.Ordinal));

        Assert.NotEmpty(what);
        Diagnostic finding = Assert.Single(generation.Diagnostics);
        Assert.Equal(id, finding.Id);
        Assert.Contains(says, finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(marked.IndexOf('¦', StringComparison.Ordinal), finding.Location.SourceSpan.Start);
        if (finding.Severity != DiagnosticSeverity.Error)
        {
            generation.AssertCompiles();
        }
    }

    [Fact]
    public void What_an_overlay_brought_is_shown_in_the_overlay()
    {
        string marked = Documents.Overlay(
            """{ "target": "$.paths['/things'].get.parameters", "update": { "name": "b", "in": "query", "schema": { ¦"type": "wrong" } } }"""
        );

        Generation generation = Generation.Of(
            Get("""{ "name": "a", "in": "query", "schema": { "type": "string" } }"""),
            marked.Replace("¦", "", StringComparison.Ordinal)
        );

        Diagnostic finding = Assert.Single(generation.Diagnostics);
        Assert.Equal(Documents.OverlayPath, finding.Location.GetLineSpan().Path);
        Assert.Equal(marked.IndexOf('¦', StringComparison.Ordinal), finding.Location.SourceSpan.Start);
    }

    [Fact]
    public void Both_versions_of_a_document_become_the_same()
    {
        const string Members =
            """ "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "next": { "$ref": "#/definitions/Thing" } } """;
        string two = Documents.With(
            """
            "/things/{id}": { "put": { "operationId": "PutThing", "tags": ["Things"],
              "parameters": [ { "name": "id", "in": "path", "required": true, "type": "string", "description": "Which." },
                { "name": "kinds", "in": "query", "type": "array", "collectionFormat": "multi", "items": { "type": "string", "enum": ["A", "B"] } },
                { "name": "body", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Thing" } } ],
              "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing" } }, "default": { "description": "No" } } } }
            """,
            $$""" "Thing": { {{Members}} } """,
            """ "host": "api.example", "basePath": "/v1", "schemes": ["https"], "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } } """
        );
        string three = With(
            """
            "/things/{id}": { "put": { "operationId": "PutThing", "tags": ["Things"],
              "parameters": [ { "name": "id", "in": "path", "required": true, "description": "Which.", "schema": { "type": "string" } },
                { "name": "kinds", "in": "query", "schema": { "type": "array", "items": { "type": "string", "enum": ["A", "B"] } } } ],
              "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
              "responses": { "200": { "description": "OK", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "default": { "description": "No" } } } }
            """,
            $$"""
            "schemas": { "Thing": { {{Members.Replace("definitions", "components/schemas", StringComparison.Ordinal)}} } },
            "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
            """,
            """, "servers": [ { "url": "https://api.example/v1" } ]"""
        );

        Assert.Equal(Generation.Of(two).AssertGood().Sources, Generation.Of(three).AssertGood().Sources);
    }

    private const string Path = $$""" "/things": { "get": { "operationId": "GetThing", {{Answer}} } } """;

    [Theory]
    [InlineData("allOf")]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public void A_parameter_that_says_more_about_another_schema_is_what_that_is(string word)
    {
        string operations = Generation
            .Of(
                Get(
                    $$"""{ "name": "kind", "in": "query", "schema": { "{{word}}": [ { "$ref": "#/components/schemas/Kind" } ] } }""",
                    """ "schemas": { "Kind": { "type": "string", "enum": ["a", "b"] } } """
                )
            )
            .AssertGood()
            .Sources["Contoso.ContosoClient.Operations.g.cs"];

        Assert.Contains("global::Contoso.Kind? kind = null", operations, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_with_values_says_all_that_others_do()
    {
        string operations = Generation
            .Of(
                With(
                    $$"""
                    "/a": { "post": { "operationId": "PostA", {{Answer}}, "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": {
                      "type": "object", "required": ["state", "kind"], "properties": {
                        "state": { "type": "string", "enum": ["on", "off"], "x-ms-summary": "The state", "description": "Whether it runs.", "x-ms-client-name": "status" },
                        "kind": { "type": "string", "enum": ["full"], "default": "full", "x-ms-visibility": "internal" },
                        "mode": { "allOf": [ { "$ref": "#/components/schemas/Mode" } ], "description": "How.", "x-ms-visibility": "advanced" } } } } } } } }
                    """,
                    """ "schemas": { "Mode": { "type": "string", "enum": ["fast", "slow"] } } """
                )
            )
            .AssertGood()
            .Sources["Contoso.ContosoClient.Operations.g.cs"];

        Assert.Contains(
            "PostAAsync(global::Contoso.PostAState status, global::Contoso.Mode? mode = null,",
            operations,
            StringComparison.Ordinal
        );
        Assert.Contains("<param name=\"status\">The state. Whether it runs.</param>", operations, StringComparison.Ordinal);
        Assert.Contains("<param name=\"mode\">How.</param>", operations, StringComparison.Ordinal);
        Assert.Contains("(\"kind\", \"full\")", operations, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_says_more_about_another_schema_is_what_that_is()
    {
        string operations = Generation
            .Of(
                With(
                    $$"""
                    "/b": { "post": { "operationId": "PostB", {{Answer}}, "requestBody": { "content": { "multipart/form-data": { "schema": {
                      "type": "object", "properties": {
                        "file": { "description": "What is sent.", "allOf": [ { "$ref": "#/components/schemas/Other" } ] },
                        "files": { "oneOf": [ { "$ref": "#/components/schemas/Files" } ] },
                        "count": { "allOf": [ { "type": "integer", "format": "int32", "description": "How many there are." } ] },
                        "kind": { "allOf": [ { "$ref": "#/components/schemas/Kind" } ], "nullable": true },
                        "circle": { "allOf": [ { "$ref": "#/components/schemas/Circle" } ] }
                      } } } } } } }
                    """,
                    """
                    "schemas": {
                      "File": { "type": "string", "format": "binary", "description": "Not this." },
                      "Other": { "allOf": [ { "$ref": "#/components/schemas/File" } ] },
                      "Files": { "type": "array", "items": { "$ref": "#/components/schemas/File" } },
                      "Kind": { "type": "string", "enum": ["a", "b"] },
                      "Circle": { "allOf": [ { "$ref": "#/components/schemas/Circle" } ] }
                    }
                    """
                )
            )
            .AssertGood()
            .Sources["Contoso.ContosoClient.Operations.g.cs"];

        Assert.Contains("AppendFile(\"file\", file)", operations, StringComparison.Ordinal);
        Assert.Contains("AppendFileEach(\"files\", files)", operations, StringComparison.Ordinal);
        Assert.Contains("int? count = null", operations, StringComparison.Ordinal);
        Assert.Contains("global::Contoso.Kind? kind = null", operations, StringComparison.Ordinal);
        Assert.Contains("string? circle = null", operations, StringComparison.Ordinal);
        Assert.Contains("What is sent.", operations, StringComparison.Ordinal);
        Assert.DoesNotContain("Not this.", operations, StringComparison.Ordinal);
    }

    private static string Get(string parameters, string components = "") => Operation($""" "parameters": [ {parameters} ]""", components);

    private static string Operation(string members, string components = "") =>
        With($$""" "/things": { "get": { "operationId": "GetThing", {{members}}, {{Answer}} } } """, components);

    private static string Schemas(string schemas) => With(Path, $$""" "schemas": { {{schemas}} } """);

    private static string With(string paths, string components = "", string more = "") =>
        $$"""
            {
              "openapi": "3.0.3",
              "info": { "title": "Contoso", "version": "1.0" },
              "paths": { {{paths}} },
              "components": { {{components}} }{{more}}
            }
            """;
}
