using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Definitions that lead to one another in chains as long as a file holds, on a stack as small as compilers have: a stack that overflows ends the compiler.</summary>
public sealed class ChainTests
{
    private const int Length = 5_000;
    private const int StackSize = 256 * 1024;

    /// <summary>The links, the next of which is called <c>NEXT</c>, and what stands at the end.</summary>
    public static TheoryData<string, string, string, string> Links =>
        new()
        {
            { "properties", """{ "type": "object", "properties": { "next": { "$ref": "NEXT" } } }""", Leaf, "A4999? Next" },
            {
                "inline properties",
                """{ "type": "object", "properties": { "in": { "type": "object", "properties": { "next": { "$ref": "NEXT" } } } } }""",
                Leaf,
                "A4999? Next"
            },
            {
                "items of members",
                """{ "type": "object", "properties": { "next": { "type": "array", "items": { "$ref": "NEXT" } } } }""",
                Leaf,
                "A4999>? Next"
            },
            { "items", """{ "type": "array", "items": { "$ref": "NEXT" } }""", Leaf, "string? End" },
            { "additionalProperties", """{ "type": "object", "additionalProperties": { "$ref": "NEXT" } }""", Leaf, "string? End" },
            {
                "additionalProperties beside members",
                """{ "type": "object", "properties": { "a": { "type": "string" } }, "additionalProperties": { "$ref": "NEXT" } }""",
                Leaf,
                "string? End"
            },
            { "allOf of one", """{ "allOf": [ { "$ref": "NEXT" } ] }""", Leaf, "SendAsync<global::Contoso.A4999>" },
            {
                "allOf in properties",
                """{ "type": "object", "properties": { "next": { "allOf": [ { "$ref": "NEXT" }, { "properties": { "x": { "type": "string" } } } ] } } }""",
                Leaf,
                "string? End"
            },
            { "references", """{ "$ref": "NEXT" }""", Leaf, "SendAsync<global::Contoso.A4999>" },
            {
                "references with members beside them",
                """{ "$ref": "NEXT", "description": "One." }""",
                Leaf,
                "SendAsync<global::Contoso.A4999>"
            },
            {
                "references into members",
                """{ "type": "object", "properties": { "x": { "$ref": "NEXT/properties/x" } } }""",
                """{ "type": "object", "properties": { "x": { "type": "integer" } } }""",
                "long? X"
            },
        };

    private static string Leaf => """{ "type": "object", "properties": { "end": { "type": "string" } } }""";

    [Theory]
    [MemberData(nameof(Links))]
    public void A_chain_of_definitions_ends_in_code(string what, string link, string end, string expected)
    {
        Assert.NotEmpty(what);
        JsonObject definitions = Chain("definitions", link, end);
        string document = Documents.Edit(
            Documents.With(Documents.Get("GetFirst", """{ "$ref": "#/definitions/A0" }""")),
            root => root["definitions"] = definitions
        );

        AssertEndsInCode(document, expected);
    }

    [Theory]
    [MemberData(nameof(Links))]
    public void So_does_one_of_OpenAPI_3(string what, string link, string end, string expected)
    {
        Assert.NotEmpty(what);
        string document = $$"""
            {
              "openapi": "3.0.0", "info": { "title": "Contoso", "version": "1.0" },
              "paths": { "/a": { "get": { "operationId": "GetFirst", "responses": { "200": { "description": "OK", "content": {
                "application/json": { "schema": { "$ref": "#/components/schemas/A0" } } } } } } } },
              "components": { "schemas": {{Chain("components/schemas", link, end).ToJsonString()}} }
            }
            """;

        AssertEndsInCode(document, expected);
    }

    [Fact]
    public void Chains_of_parameters_and_answers_end_in_code()
    {
        string document = Documents.Edit(
            Documents.With(
                """
                "/a": { "put": { "operationId": "PutFirst",
                  "parameters": [ { "$ref": "#/parameters/A0" }, { "name": "b", "in": "body", "schema": { "$ref": "#/definitions/A0" } } ],
                  "responses": { "200": { "$ref": "#/responses/A0" } } } }
                """
            ),
            root =>
            {
                root["definitions"] = Chain("definitions", """{ "$ref": "NEXT" }""", Leaf);
                root["parameters"] = Chain(
                    "parameters",
                    """{ "$ref": "NEXT" }""",
                    """{ "name": "last", "in": "query", "type": "integer" }"""
                );
                root["responses"] = Chain(
                    "responses",
                    """{ "$ref": "NEXT" }""",
                    """{ "description": "OK", "schema": { "$ref": "#/definitions/A0" } }"""
                );
            }
        );

        AssertEndsInCode(document, "long? last = null");
    }

    [Fact]
    public void A_circle_ends_in_findings_however_long_it_is()
    {
        JsonObject definitions = Chain("definitions", """{ "$ref": "NEXT" }""", """{ "$ref": "#/definitions/A0" }""");
        string document = Documents.Edit(
            Documents.With(Documents.Get("GetFirst", """{ "$ref": "#/definitions/A0" }""")),
            root => root["definitions"] = definitions
        );

        Generation generation = OnSmallStack(() => Generation.Of(document));

        Assert.Equal(
            [.. Enumerable.Repeat("PCG004", 200), "PCG025"],
            generation.Diagnostics.Select(static finding => finding.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_chain_of_parts_that_is_taken_over_at_every_link_ends_in_a_finding()
    {
        const string Link = """{ "allOf": [ { "$ref": "NEXT" } ], "discriminator": "end", "required": ["end"] }""";
        JsonObject definitions = Chain("definitions", Link, Leaf);
        string document = Documents.Edit(Documents.With(Documents.Get("GetThing")), root => root["definitions"] = definitions);
        Generation generation = OnSmallStack(() => Generation.Of(document, null, ("ConnectorClient", "models")));

        Assert.Equal("PCG024", Assert.Single(generation.Diagnostics).Id);
    }

    private static void AssertEndsInCode(string document, string expected)
    {
        Generation generation = OnSmallStack(() => Generation.Of(document));

        Assert.Empty(generation.Diagnostics);
        Assert.Null(generation.Result.Exception);
        Assert.Contains(generation.SourceTexts, text => text.ToString().Contains(expected, StringComparison.Ordinal));
    }

    private static JsonObject Chain(string container, string link, string end)
    {
        JsonObject chain = [];
        for (int i = 0; i < Length; i++)
        {
            string next = string.Create(CultureInfo.InvariantCulture, $"#/{container}/A{i + 1}");
            string text = i + 1 < Length ? link.Replace("NEXT", next, StringComparison.Ordinal) : end;
            chain[string.Create(CultureInfo.InvariantCulture, $"A{i}")] = JsonNode.Parse(text);
        }

        return chain;
    }

    private static Generation OnSmallStack(Func<Generation> run)
    {
        Generation? generation = null;
        Thread thread = new(() => generation = run(), StackSize);
        thread.Start();
        thread.Join();
        return generation!;
    }
}
