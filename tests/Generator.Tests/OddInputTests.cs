using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Documents that are JSON and say they are Swagger, but hold the wrong kind of thing somewhere, and schemas that lead back to themselves.</summary>
public sealed class OddInputTests
{
    /// <summary>Each is one line; the marked name is where the finding has to be.</summary>
    public static TheoryData<string> WrongKinds =>
        [
            """{ "swagger": "2.0", "info": { "title": 5, "version": "1" }, "paths": PATHS }""",
            """{ "swagger": "2.0", "info": { "title": {}, "version": "1" }, "paths": PATHS }""",
            """{ "swagger": "2.0", "info": INFO, "host": "a:b", "paths": PATHS }""",
            """{ "swagger": "2.0", "info": INFO, "host": 5, "paths": PATHS }""",
            """{ "swagger": "2.0", "info": INFO, "schemes": ["&"], "basePath": "\\", "paths": PATHS }""",
            """{ "swagger": "2.0", "info": { "title": "T", "version": "1", "contact": { "url": "C:" }, "license": { "url": "C:" }, "termsOfService": "C:" }, "externalDocs": { "url": "C:" }, "paths": PATHS }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "externalDocs": { "url": "C:" }, "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": null } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "x-ms-pageable": null, "responses": { "200": { "schema": { "type": "object", "properties": { "value": { "type": "array", "items": {} }, "s": { "type": "string", "enum": ["a"], "x-ms-enum": null } } } } } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "properties": { "x-ms-summary": "A", "b": { "type": "string" } } }, "x-a": 5 } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "$ref": {} }, "B": { "items": { "$ref": 5 } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a/{x}": { "get": { "operationId": "A", "parameters": [ { "name": "x", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" }, { "name": "x", "in": "query", "type": "string" } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": [] } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": null } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": [] } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": 5 } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A" } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": 5, "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "", "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "tags": ["", "\u2029", null, 5, {}, "b"], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "parameters": {}, "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "parameters": [ null ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "parameters": [ {} ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "parameters": [ { "name": "x" } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "parameters": [ { "in": "query", "type": "string" } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "parameters": [ { "name": "x", "in": "somewhere", "type": "string" } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "parameters": [ { "name": "x", "in": "query" } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "parameters": [ { "name": "x", "in": "query", "type": "object" } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "post": { "operationId": "A", "parameters": [ { "name": "x", "in": "body" } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "post": { "operationId": "A", "parameters": [ { "name": "x", "in": "body", "schema": [] } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "post": { "operationId": "A", "parameters": [ { "name": "x", "in": "body", "schema": {} }, { "name": "y", "in": "body", "schema": {} } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a/{x}": { "get": { "operationId": "A", "parameters": [ { "name": "x", "in": "path", "required": true, "type": "string" }, { "name": "x", "in": "query", "type": "string" }, { "name": "x", "in": "query", "type": "string" }, { "name": "X", "in": "query", "type": "string" } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "post": { "operationId": "A", "parameters": [ { "name": "body", "in": "query", "type": "string" }, { "name": "body", "in": "body", "schema": { "type": "string" } } ], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "responses": [] } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "responses": { "200": null } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "responses": { "200": { "schema": [] } } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "responses": { "200": { "schema": { "type": 5 } } } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "responses": { "200": { "schema": { "type": "strang" } } } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "responses": { "200": { "schema": { "type": ["string", "null"] } } } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "responses": { "200": { "schema": { "type": "file" } } } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "tags": "x", "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "tags": [5, null], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "tags": [""], "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "deprecated": "yes", "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "externalDocs": { "url": "::" }, "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": { "/a": { "get": { "operationId": "A", "x-ms-dynamic-values": 5, "responses": {} } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": [] }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": null } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": [] } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": "string" } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "": { "type": "object", "properties": { "": { "type": "string" } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "properties": [] } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "properties": { "x": null } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "properties": { "x": [] } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "required": "x", "properties": { "x": { "type": "string" } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "required": [5, "y", null], "properties": { "x": { "type": "string" } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "array", "items": [] } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "array", "items": "string" } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "additionalProperties": [] } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "additionalProperties": false } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "additionalProperties": true } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "string", "enum": {} } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "string", "enum": [null] } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "properties": { "x": { "type": "string", "enum": ["a", null, "b"] } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "properties": { "x": { "type": "string", "enum": ["a", 5, "5"] } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "properties": { "x": { "type": "string", "x-ms-summary": {}, "description": 5, "enum": ["a"], "x-ms-enum": { "name": {} } } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "object", "properties": { "x": { "type": "string", "readOnly": 5 } } } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "definitions": { "A": { "type": "integer", "minimum": "low", "maxLength": {}, "default": {} } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "parameters": [], "responses": [], "tags": {}, "schemes": "https", "consumes": {}, "produces": 5 }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "security": [ { "oauth": [null, 5] }, null ], "securityDefinitions": [] }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "security": { "a": [] }, "securityDefinitions": { "a": { "type": "basic", "description": 5 }, "x-more": 5 } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "security": 5, "securityDefinitions": { "a": { "type": 5 } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "security": [ {}, [], "a", { "a": "b" } ], "securityDefinitions": { "a": { "type": "oauth2", "scopes": [] } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "securityDefinitions": { "a": null } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "securityDefinitions": { "a": { "type": "apiKey", "in": [], "name": {} } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "securityDefinitions": { "a": { "type": "oauth2", "x-powerconnectors-scope-hosts": null } } }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "host": 5, "basePath": [] }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "x-powerconnectors-limits": null, "x-powerconnectors-variants": null, "x-powerconnectors-error-hints": null }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "x-powerconnectors-error-hints": { "a": "b" }, "x-powerconnectors-secret": null }""",
            """{ "swagger": "2.0", "info": INFO, "paths": PATHS, "parameters": { "p": { "name": 5, "in": "query", "type": "string", "x-powerconnectors-secret": true } } }""",
        ];

    [Theory]
    [MemberData(nameof(WrongKinds))]
    public void The_wrong_kind_of_thing_is_reported_at_its_place_or_harmless(string template)
    {
        string document = template
            .Replace(
                "PATHS",
                """{ "/z": { "get": { "operationId": "Z", "responses": { "200": { "description": "OK" } } } } }""",
                StringComparison.Ordinal
            )
            .Replace("INFO", """{ "title": "Contoso", "version": "1.0" }""", StringComparison.Ordinal);

        Generation generation = Generation.Of(document);

        Assert.Null(generation.Result.Exception);
        Assert.Distinct(generation.Diagnostics.Select(static finding => finding.Location));
        Assert.True(generation.Diagnostics.All(static finding => finding.Id != "PCG099"), document);
        Assert.True(generation.Sources.Count > 0 || !generation.Diagnostics.IsEmpty);
        generation.AssertCompiles();
    }

    public static TheoryData<string, string> Cycles =>
        new()
        {
            { "an array of itself", """ "A": { "type": "array", "items": { "$ref": "#/definitions/A" } } """ },
            { "a dictionary of itself", """ "A": { "type": "object", "additionalProperties": { "$ref": "#/definitions/A" } } """ },
            {
                "an object of itself",
                """ "A": { "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#/definitions/A" } } } """
            },
            {
                "two objects",
                """ "A": { "type": "object", "properties": { "b": { "$ref": "#/definitions/B" } } }, "B": { "type": "object", "properties": { "a": { "$ref": "#/definitions/A" } } } """
            },
            {
                "an array and a dictionary",
                """ "A": { "type": "array", "items": { "$ref": "#/definitions/B" } }, "B": { "type": "object", "additionalProperties": { "$ref": "#/definitions/A" } } """
            },
            { "a reference to itself", """ "A": { "$ref": "#/definitions/A" } """ },
            { "two references", """ "A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/A" } """ },
            {
                "three references",
                """ "A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/C" }, "C": { "$ref": "#/definitions/A" } """
            },
            {
                "a chain that ends",
                """ "A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/C" }, "C": { "type": "object", "properties": { "a": { "$ref": "#/definitions/A" } } } """
            },
            {
                "allOf of what it stands in",
                """ "A": { "type": "object", "properties": { "a": { "allOf": [ { "$ref": "#/definitions/A" }, { "$ref": "#/definitions/B" } ] } } }, "B": { "type": "object", "properties": { "b": { "type": "string" } } } """
            },
            { "allOf of itself", """ "A": { "allOf": [ { "$ref": "#/definitions/A" } ], "properties": { "a": { "type": "string" } } } """ },
            {
                "a reference into a definition",
                """ "A": { "type": "object", "properties": { "x": { "type": "string" }, "y": { "$ref": "#/definitions/A/properties/x" } } } """
            },
            {
                "a reference into a path",
                """ "A": { "type": "object", "properties": { "x": { "$ref": "#/paths/~1GetA/get/responses/200/schema" } } } """
            },
            { "a reference to what is no schema", """ "A": { "type": "object", "properties": { "x": { "$ref": "#/info" } } } """ },
        };

    [Theory]
    [MemberData(nameof(Cycles))]
    public void A_definition_that_leads_back_to_itself_ends(string what, string definitions)
    {
        Generation generation = Generation.Of(Documents.With(Documents.Get("GetA", """{ "$ref": "#/definitions/A" }"""), definitions));

        Assert.NotEmpty(what);
        Assert.Null(generation.Result.Exception);
        Assert.DoesNotContain(generation.Diagnostics, static finding => finding.Id == "PCG099");
        Assert.Distinct(generation.Diagnostics.Select(static finding => finding.Location));
        Assert.True(generation.Sources.Count > 0 || !generation.Diagnostics.IsEmpty);
        generation.AssertCompiles();
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(60, true)]
    [InlineData(1000, false)]
    [InlineData(100_000, false)]
    public void Depth_is_limited(int depth, bool isGood)
    {
        string schema = string.Concat(Enumerable.Repeat("""{ "type": "array", "items": """, depth)) + "{}" + new string('}', depth);

        Generation generation = Generation.Of(Documents.With(Documents.Get("GetA", schema)));

        if (isGood)
        {
            generation.AssertGood();
        }
        else
        {
            Assert.Equal("PCG001", Assert.Single(generation.Diagnostics).Id);
        }
    }
}
