using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>A reference means what JSON Pointer says, whatever the name is that it leads to.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Thing[Of]", "#/definitions/Thing%5BOf%5D")]
    [InlineData("Thing[Of]", "#/definitions/Thing[Of]")]
    [InlineData("Thing/Of", "#/definitions/Thing~1Of")]
    [InlineData("Thing/", "#/definitions/Thing~1")]
    [InlineData("Thing~Of", "#/definitions/Thing~0Of")]
    [InlineData("Thing Of", "#/definitions/Thing%20Of")]
    [InlineData("Thing%2FOf", "#/definitions/Thing%252FOf")]
    [InlineData("Thing#Of", "#/definitions/Thing%23Of")]
    [InlineData("é", "#/definitions/%C3%A9")]
    [InlineData("", "#/definitions/")]
    [InlineData(" ", "#/definitions/ ")]
    public void A_definition_is_found_by_its_escaped_name(string name, string reference)
    {
        Generation generation = Generation
            .Of(
                Documents.With(
                    Documents.Get("GetThing", $$"""{ "$ref": "{{reference}}" }"""),
                    $$"""  "{{name}}": { "type": "object", "properties": { "x": { "type": "string" } } }"""
                )
            )
            .AssertGood();

        string model = Assert
            .Single(generation.Sources, static source => source.Value.Contains("string? X ", StringComparison.Ordinal))
            .Key;
        Assert.Contains(
            $"SendAsync<global::{model[..^5]}>",
            generation.Sources["Contoso.ContosoClient.Operations.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Fields_of_forms_are_shared_like_other_parameters()
    {
        string operations = Generation
            .Of(
                Documents.With(
                    """
                    "/form": { "post": { "operationId": "PostForm", "consumes": ["application/x-www-form-urlencoded"], "responses": {},
                      "parameters": [ { "$ref": "#/parameters/Title" }, { "name": "own", "in": "formData", "type": "string" } ] } }
                    """,
                    more: """ "parameters": { "Title": { "name": "title", "in": "formData", "type": "string" } } """
                )
            )
            .AssertGood()
            .Sources["Contoso.ContosoClient.Operations.g.cs"];

        Assert.Contains("request.AppendField(\"title\", title);", operations, StringComparison.Ordinal);
        Assert.Contains("request.AppendField(\"own\", own);", operations, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a~1b", "a~01b")]
    [InlineData("c%20d", "c%2520d")]
    public void A_shared_parameter_is_found_by_its_escaped_name(string name, string reference)
    {
        string operations = Generation
            .Of(
                Documents.With(
                    $$"""
                    "/a": { "get": { "operationId": "GetThing", "responses": {}, "parameters": [ { "$ref": "#/parameters/{{reference}}" } ] } }
                    """,
                    more: $$"""
                    "parameters": { "{{name}}": { "name": "list", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "pipes" } }
                    """
                )
            )
            .AssertGood()
            .Sources["Contoso.ContosoClient.Operations.g.cs"];

        Assert.Contains("'|'", operations, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_named_by_its_place_in_a_definition_becomes_a_type_of_its_own()
    {
        Generation generation = Generation
            .Of(
                Documents.With(
                    Documents.Get("GetInner", """{ "$ref": "#/definitions/Outer/properties/inner" }"""),
                    """
                      "Inner": { "type": "object", "properties": { "other": { "type": "string" } } },
                      "inner": { "type": "string" },
                      "Outer": { "type": "object", "properties": { "inner": { "type": "object", "properties": { "x": { "type": "string" } } } } }
                    """
                )
            )
            .AssertGood();

        string model = Assert
            .Single(generation.Sources, static source => source.Value.Contains("SendAsync<", StringComparison.Ordinal))
            .Value;
        Assert.Contains("SendAsync<global::Contoso.OuterInner", model, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "string", "enum": ["On", "Off"] }""", "FlowState")]
    [InlineData("""{ "type": "object", "properties": { "x": { "type": "string" } } }""", "FlowState")]
    [InlineData("""{ "type": "object", "x-powerconnectors-type-name": "Mode", "properties": { "x": { "type": "string" } } }""", "Mode")]
    [InlineData("""{ "type": "string", "x-ms-enum": { "name": "Mode" }, "enum": ["On", "Off"] }""", "Mode")]
    public void A_reference_to_a_member_means_the_members_type_and_renames_nothing(string state, string type)
    {
        string member = state.Insert(1, """ "description": "How it is.", "x-ms-client-name": "condition", "readOnly": true, """);
        string definitions = $$"""
            "FlowProperties": { "type": "object", "properties": { "state": {{member}}, "name": { "type": "string" } } }
            """;
        const string GetFlow = """
            "/flow": { "get": { "operationId": "GetFlow", "responses": { "200": { "description": "", "schema": { "$ref": "#/definitions/FlowProperties" } } } } }
            """;
        Generation before = Generation.Of(Documents.With(GetFlow, definitions)).AssertGood();

        Generation after = Generation
            .Of(
                Documents.With(
                    $"{GetFlow}, {Documents.Get("GetState", """{ "$ref": "#/definitions/FlowProperties/properties/state" }""")}",
                    definitions
                )
            )
            .AssertGood();

        Assert.Equal(before.Sources["Contoso.FlowProperties.g.cs"], after.Sources["Contoso.FlowProperties.g.cs"]);
        Assert.Contains($"global::Contoso.{type}? Condition ", after.Sources["Contoso.FlowProperties.g.cs"], StringComparison.Ordinal);
        Assert.Contains(
            $"SendAsync<global::Contoso.{type}>",
            after.Sources["Contoso.ContosoClient.Operations.g.cs"],
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                .. before
                    .Sources.Keys.Where(static name => !name.Contains("Operations", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ],
            after.Sources.Keys.Where(static name => !name.Contains("Operations", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("Flow/properties/list/items")]
    [InlineData("Flow/properties/list")]
    [InlineData("Flow/properties/tags")]
    [InlineData("Flow/properties/list/items/properties/deep")]
    [InlineData("Flow/allOf/1/properties/own")]
    [InlineData("Flow/properties/given/properties/deep")]
    [InlineData("List/items")]
    [InlineData("List/items/properties/deep")]
    [InlineData("Flow/properties/map/additionalProperties")]
    [InlineData("Flow/properties/map/additionalProperties/properties/deep")]
    [InlineData("Flow/properties/lists/additionalProperties/items")]
    [InlineData("Map/additionalProperties")]
    [InlineData("Open/additionalProperties")]
    [InlineData("Open/additionalProperties/properties/deep")]
    [InlineData("Open/properties/again")]
    [InlineData("Odd~1One~0%25/properties/own")]
    [InlineData("OfDict/additionalProperties")]
    [InlineData("OfNothing/additionalProperties")]
    public void A_reference_into_a_definition_renames_nothing_however_deep(string place)
    {
        const string Object =
            """{ "type": "object", "properties": { "deep": { "type": "object", "properties": { "x": { "type": "string" } } } } }""";
        const string Definitions = $$"""
            "List": { "type": "array", "items": {{Object}} },
            "Map": { "type": "object", "additionalProperties": {{Object}} },
            "Dict": { "type": "object", "additionalProperties": { "type": "string" } },
            "OfDict": { "allOf": [ { "$ref": "#/definitions/Dict" } ], "additionalProperties": {{Object}} },
            "OfNothing": { "type": "object", "allOf": [], "additionalProperties": {{Object}} },
            "Odd/One~%": { "type": "object", "properties": { "own": {{Object}} } },
            "Open": {
              "type": "object",
              "properties": { "again": { "type": "object", "properties": { "inner": { "$ref": "#/definitions/Open/properties/again" } } } },
              "additionalProperties": {{Object}}
            },
            "Base": { "type": "object", "properties": { "id": { "type": "string" } } },
            "Flow": {
              "type": "object",
              "allOf": [ { "$ref": "#/definitions/Base" }, { "properties": { "own": {{Object}} } } ],
              "properties": {
                "list": { "type": "array", "items": {{Object}} },
                "tags": { "type": "array", "x-ms-summary": "Tags", "items": { "type": "string", "description": "What it is about." } },
                "map": { "type": "object", "additionalProperties": {{Object}} },
                "lists": { "type": "object", "additionalProperties": { "type": "array", "items": {{Object}} } },
                "given": { "x-powerconnectors-type-name": "Mode", "type": "object", "properties": { "deep": {{Object}} } }
              }
            }
            """;
        string paths =
            $"{Documents.Get("GetFlow", """{ "$ref": "#/definitions/Flow" }""")}, {Documents.Get("GetList", """{ "$ref": "#/definitions/List" }""")}";
        Generation before = Generation.Of(Documents.With(paths, Definitions)).AssertGood();

        Generation after = Generation
            .Of(Documents.With($$"""{{paths}}, {{Documents.Get("GetPart", $$"""{ "$ref": "#/definitions/{{place}}" }""")}}""", Definitions))
            .AssertGood();

        Assert.Equal([.. before.Sources.Keys.Order(StringComparer.Ordinal)], [.. after.Sources.Keys.Order(StringComparer.Ordinal)]);
        Assert.All(
            before.Sources.Where(static source => !source.Key.Contains("Operations", StringComparison.Ordinal)),
            source => Assert.Equal(source.Value, after.Sources[source.Key])
        );
    }

    [Theory]
    [InlineData("Thing/properties/owner")]
    [InlineData("Thing/properties/OWNER")]
    [InlineData("Thing/properties/foo_bar")]
    [InlineData("Flow/properties/state")]
    [InlineData("FlowProperties/properties/state")]
    [InlineData("First/properties/mode")]
    [InlineData("Second/properties/mode")]
    public void A_reference_to_one_of_two_that_get_the_same_name_renames_neither(string place)
    {
        const string Definitions = """
            "Thing": { "type": "object", "properties": {
              "owner": { "type": "object", "properties": { "n": { "type": "string" } } },
              "OWNER": { "type": "object", "properties": { "m": { "type": "string" } } },
              "fooBar": { "type": "object", "properties": { "n": { "type": "string" } } },
              "foo_bar": { "type": "object", "properties": { "m": { "type": "string" } } } } },
            "FlowProperties": { "type": "object", "properties": { "state": { "type": "string", "enum": ["on"] } } },
            "Flow": { "type": "object", "properties": { "state": { "type": "string", "enum": ["off"] } } },
            "Second": { "type": "object", "properties": { "mode": { "x-powerconnectors-type-name": "Mode", "type": "object", "properties": { "m": { "type": "string" } } } } },
            "First": { "type": "object", "properties": { "mode": { "x-powerconnectors-type-name": "Mode", "type": "object", "properties": { "n": { "type": "string" } } } } }
            """;
        string reference = Documents.Get("GetPart", $$"""{ "$ref": "#/definitions/{{place}}" }""");
        string thing = Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing" }""");
        string flow = Documents.Get("GetFlow", """{ "$ref": "#/definitions/Flow" }""");

        Dictionary<string, string>[] models =
        [
            .. new[] { $"{thing}, {flow}", $"{flow}, {thing}, {reference}", $"{reference}, {thing}" }.Select(paths =>
                Generation
                    .Of(Documents.With(paths, Definitions))
                    .AssertGood()
                    .Sources.Where(static source => !source.Key.Contains("Operations", StringComparison.Ordinal))
                    .ToDictionary(StringComparer.Ordinal)
            ),
        ];

        Assert.Equal(models[0], models[1]);
        Assert.Equal(models[0], models[2]);
    }

    [Fact]
    public void Items_of_pages_are_those_of_the_definition_that_declares_the_list()
    {
        const string Page = """
            "Page": { "type": "object", "properties": {
              "value": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" } } } }, "nextLink": { "type": "string" } } }
            """;
        string[] documents =
        [
            Documents.With(Documents.Get("ListThings", """{ "$ref": "#/definitions/Page" }"""), Page),
            Documents.With(
                Documents.Get("ListThings", """{ "$ref": "#/definitions/Page" }"""),
                $$"""{{Page}}, "One": { "type": "object", "properties": { "first": { "$ref": "#/definitions/Page/properties/value/items" } } }"""
            ),
        ];

        Assert.All(
            documents,
            static document =>
            {
                Generation generation = Generation.Of(document).AssertGood();
                Assert.Contains(
                    "AsyncPageable<global::Contoso.PageValue> ListThingsAsync(",
                    generation.Sources["Contoso.ContosoClient.Operations.g.cs"],
                    StringComparison.Ordinal
                );
                Assert.DoesNotContain(generation.Sources.Keys, static name => name.Contains("ListThings", StringComparison.Ordinal));
            }
        );
    }

    [Theory]
    [InlineData("Thing", "Thing", "")]
    [InlineData("Thing", "Thing", "Get*")]
    [InlineData("Thing/x", "Thing~1x", "")]
    [InlineData("Thing/x", "Thing~1x", "Get*")]
    public void What_is_found_at_a_place_that_is_referred_to_is_told_there(string definition, string name, string operations)
    {
        const string Unknown = """{ "type": "string", "x-ms-dynamic-values": { "operationId": "Nope", "value-path": "id" } }""";
        string paths = $$"""
            {{Documents.Get("GetThing", $$"""{ "$ref": "#/definitions/{{name}}" }""")}},
            {{Documents.Get("GetInner", $$"""{ "$ref": "#/definitions/{{name}}/properties/inner" }""")}}
            """;
        string document = Documents.With(
            paths,
            $$"""
            "{{definition}}": { "type": "object", "properties": { "inner": { "type": "object", "properties": { "a": {{Unknown}}, "b": {{Unknown}} } } } }
            """
        );

        Generation generation = Generation.Of(document, overlay: null, ("ConnectorOperations", operations));

        string inner = $"/definitions/{name}/properties/inner/properties";
        Assert.Equal(
            [$"{inner}/a/x-ms-dynamic-values", $"{inner}/b/x-ms-dynamic-values"],
            generation.Diagnostics.Select(static finding => finding.GetMessage(null).Split(' ')[^1])
        );
    }

    [Fact]
    public void What_an_overlay_brought_to_a_place_that_is_referred_to_is_told_once()
    {
        string document = Documents.With(
            $$"""
            {{Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing" }""")}},
            {{Documents.Get("GetInner", """{ "$ref": "#/definitions/Thing/properties/inner" }""")}}
            """,
            """ "Thing": { "type": "object", "properties": { "inner": { "type": "array", "items": { "type": "string" } } } } """
        );
        string overlay = Documents.Overlay(
            """
            { "target": "$.definitions.Thing.properties.inner", "update": { "x-ms-dynamic-values": { "operationId": "Nope", "value-path": "id" } } }
            """
        );

        Diagnostic found = Assert.Single(Generation.Of(document, overlay).Diagnostics);

        Assert.EndsWith(".overlay.json", found.Location.GetLineSpan().Path, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_of_a_list_moves_nothing_else_in_it()
    {
        string document = Documents.With(
            """
            "/thing": { "get": { "operationId": "GetThing",
              "parameters": [ 5, { "name": "a", "in": "query", "type": "string" }, { "name": "b", "in": "nowhere", "type": "string" } ],
              "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing/allOf/1/properties/y" } } } } }
            """,
            """
            "Thing": { "allOf": [
              5,
              { "type": "object", "properties": { "y": { "type": "integer" } } },
              { "type": "object", "properties": { "z": { "type": "integer" } }, "required": [ {}, "missing" ] }
            ] }
            """
        );

        Generation generation = Generation.Of(document);

        Assert.Equal(
            [
                "/definitions/Thing/allOf/0",
                "/definitions/Thing/allOf/2/required/0",
                "/definitions/Thing/allOf/2/required/1",
                "/paths/~1thing/get/parameters/0",
                "/paths/~1thing/get/parameters/2",
            ],
            generation
                .Diagnostics.Select(static finding => finding.GetMessage(null).Split("JSON pointer: ")[^1].TrimEnd('.'))
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("SendAsync<long>", generation.Sources["Contoso.ContosoClient.Operations.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_called_like_a_keyword_is_not_taken_for_one()
    {
        Generation generation = Generation
            .Of(
                Documents.With(
                    Documents.Get("GetInner", """{ "$ref": "#/definitions/Flow/properties/properties" }"""),
                    """
                      "Flow": { "type": "object", "properties": { "properties": { "type": "object", "properties": { "state": { "type": "string" } } } } }
                    """
                )
            )
            .AssertGood();

        string client = generation.Sources["Contoso.ContosoClient.Operations.g.cs"];
        Assert.Contains("SendAsync<global::Contoso.FlowProperties>", client, StringComparison.Ordinal);
        Assert.Contains("string? State ", generation.Sources["Contoso.FlowProperties.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_is_a_reference_to_itself_is_reported()
    {
        Generation generation = Generation.Of(
            Documents.With(
                Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing/properties/x" }"""),
                """  "Thing": { "type": "object", "properties": { "x": { "$ref": "#/definitions/Thing/properties/x" } } }"""
            )
        );

        Assert.Equal(["PCG004", "PCG004"], generation.Diagnostics.Select(static finding => finding.Id));
        Assert.Contains(
            "back to itself only, so that the member 'x'",
            generation.Diagnostics[0].GetMessage(null),
            StringComparison.Ordinal
        );
    }
}
