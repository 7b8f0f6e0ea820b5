using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>A fault in one part of a document costs that part, with a warning, and nothing else.</summary>
public sealed class LeftOutTests
{
    private const string Client = "Contoso.ContosoClient.Operations.g.cs";
    private const string Broken = """ "Broken": { "type": "array", "items": { "$ref": "#/definitions/Gone" } } """;

    [Fact]
    public void Of_thousands_of_faults_of_one_kind_the_first_are_told_and_all_are_left_out()
    {
        string members = string.Join(
            ", ",
            Enumerable.Range(0, 2_000).Select(static i => $$"""  "m{{i}}": { "$ref": "#/definitions/Gone" } """)
        );

        Generation generation = Generation.Of(Documents.WithThing($$""" "name": { "type": "string" }, {{members}} """));

        Assert.Equal(200, generation.Diagnostics.Count(static finding => finding.Id == "PCG004"));
        Assert.Contains(
            "Only the first 200 findings PCG004 are shown",
            Assert.Single(generation.Diagnostics, static finding => finding.Id != "PCG004").GetMessage(null),
            StringComparison.Ordinal
        );
        Assert.Contains("string? Name ", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("M1999", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_findings_as_are_shown_are_all_even_where_several_operations_share_them()
    {
        string parameters = string.Join(
            ", ",
            Enumerable
                .Range(0, 200)
                .Select(static i => $$""" "c{{i}}": { "name": "c{{i}}", "in": "cookie", "schema": { "type": "string" } } """)
        );
        string references = string.Join(
            ", ",
            Enumerable.Range(0, 200).Select(static i => $$""" { "$ref": "#/components/parameters/c{{i}}" } """)
        );
        string Operation(string verb) =>
            $$""" "{{verb}}": { "operationId": "{{verb}}", "parameters": [ {{references}} ], "responses": { "200": { "description": "OK" } } } """;

        Generation generation = Generation.Of(
            $$"""
            { "openapi": "3.0.1", "info": { "title": "Contoso", "version": "1" },
              "paths": { "/things": { {{Operation("get")}}, {{Operation("put")}} } }, "components": { "parameters": { {{parameters}} } } }
            """
        );

        Assert.Equal(Enumerable.Repeat("PCG019", 200), generation.Diagnostics.Select(static finding => finding.Id));
    }

    [Fact]
    public void More_infos_than_are_shown_are_no_warning()
    {
        string names = string.Join(", ", Enumerable.Range(0, 300).Select(static i => $"\"m{i}\""));

        Generation generation = Generation.Of(Documents.WithThing(""" "name": { "type": "string" } """, $""", "required": [ {names} ] """));

        Assert.Equal(
            [.. Enumerable.Repeat("PCG032", 200), "PCG025"],
            generation.Diagnostics.Select(static finding => finding.Id).OrderDescending(StringComparer.Ordinal)
        );
        Assert.All(generation.Diagnostics, static finding => Assert.Equal(DiagnosticSeverity.Info, finding.Severity));
    }

    [Fact]
    public void A_member_that_refers_to_nothing_is_left_out()
    {
        Generation generation = Generation.Of(
            Documents.With(
                Documents.Put("PutThing", "Thing"),
                """
                "Thing": { "type": "object", "required": ["owner", "name"], "properties": {
                    "name": { "type": "string" }, "owner": { "type": "array", "items": { "$ref": "#/definitions/Gone" } } } }
                """
            )
        );

        AssertWarns(
            generation,
            ("PCG004", "'#/definitions/Gone' leads to nothing in this document, so that the member 'owner' is left out")
        );
        Assert.Contains("required string Name ", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("owner", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_a_definition_that_is_left_out_is_left_out_and_says_so()
    {
        Generation generation = Generation.Of(
            Documents.With(
                $$"""
                {{Documents.Get("GetGood", """{ "$ref": "#/definitions/Thing" }""")}},
                {{Documents.Get("GetBad", """{ "$ref": "#/definitions/Middle" }""")}}
                """,
                $$"""
                {{Broken}}, "Middle": { "allOf": [ { "$ref": "#/definitions/Broken" } ] },
                "Thing": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "$ref": "#/definitions/Middle" } } }
                """
            )
        );

        AssertWarns(
            generation,
            ("PCG004", "'#/definitions/Gone' leads to nothing in this document, so that the definition 'Broken' is left out"),
            ("PCG004", "'#/definitions/Broken' leads to what is left out itself, so that the definition 'Middle' is left out"),
            ("PCG004", "'#/definitions/Middle' leads to what is left out itself, so that the operation GET /GetBad is left out"),
            ("PCG004", "'#/definitions/Middle' leads to what is left out itself, so that the member 'b' is left out")
        );
        Assert.Contains("GetGoodAsync", generation.Sources[Client], StringComparison.Ordinal);
        Assert.DoesNotContain("GetBadAsync", generation.Sources[Client], StringComparison.Ordinal);
        Assert.Contains("string? A ", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_deep_into_what_is_left_out_is_followed()
    {
        Generation generation = Generation.Of(
            Documents.With(
                $$"""
                {{Documents.Get("GetGood")}},
                {{Documents.Get("GetBad", """{ "$ref": "#/definitions/Thing/properties/b" }""")}}
                """,
                """ "Thing": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "$ref": "#/definitions/Gone" } } } """
            )
        );

        AssertWarns(
            generation,
            ("PCG004", "the member 'b' is left out"),
            ("PCG004", "'#/definitions/Thing/properties/b' leads to what is left out itself, so that the operation GET /GetBad")
        );
    }

    [Fact]
    public void An_answer_that_is_no_success_does_not_cost_the_operation()
    {
        Generation generation = Generation.Of(
            Documents.With(
                """
                "/a": { "get": { "operationId": "GetA", "responses": {
                    "200": { "description": "OK", "schema": { "type": "string" } },
                    "404": { "description": "x", "schema": { "$ref": "#/definitions/Gone" } },
                    "default": { "$ref": "#/responses/Gone" } } } }
                """
            )
        );

        AssertWarns(generation, ("PCG004", "the answer '404' is left out"), ("PCG004", "the answer 'default' is left out"));
        Assert.Contains("Response<string>> GetAAsync", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_of_an_answer_that_refers_to_nothing_is_not_looked_at()
    {
        Generation
            .Of(
                Documents.With(
                    """
                    "/a": { "get": { "operationId": "GetA", "responses": {
                        "200": { "description": "OK", "headers": { "X-A": { "$ref": "#/definitions/Gone", "description": "x" } } } } } }
                    """
                )
            )
            .AssertGood();
    }

    [Fact]
    public void Of_two_operations_with_one_id_the_first_stays()
    {
        Generation generation = Generation.Of(
            Documents.With(Documents.Get("GetThing") + """, "/other": { "put": { "operationId": "GetThing", "responses": {} } }""")
        );

        AssertWarns(generation, ("PCG005", "'GetThing' is also that of GET /GetThing, and this operation is left out"));
        Assert.Contains("\"/GetThing\"", generation.Sources[Client], StringComparison.Ordinal);
        Assert.DoesNotContain("\"/other\"", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_is_left_out_takes_no_id_from_a_sound_one()
    {
        Generation generation = Generation.Of(
            Documents.With(
                """
                "/bad": { "get": { "operationId": "GetThing", "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Gone" } } } } },
                "/good": { "get": { "operationId": "GetThing", "responses": {} } }
                """
            )
        );

        AssertWarns(generation, ("PCG004", "the operation GET /bad is left out"));
        Assert.Contains("\"/good\"", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_is_asked_for_has_its_id_before_others()
    {
        Generation generation = Generation.Of(
            Documents.With(
                """
                "/first": { "get": { "operationId": "GetThing", "tags": ["other"], "responses": {} } },
                "/second": { "get": { "operationId": "GetThing", "tags": ["wanted"], "responses": {} } }
                """
            ),
            null,
            ("ConnectorTags", "wanted")
        );

        generation.AssertGood();
        Assert.Contains("\"/second\"", generation.Sources["Contoso.ContosoClient.Wanted.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_in_what_a_webhook_sends_are_told_where_its_operation_is_asked_for()
    {
        Generation generation = Generation.Of(
            Documents.With(
                """
                "/hook": { "x-ms-notification-content": { "schema": { "$ref": "#/definitions/Hook" } },
                  "post": { "operationId": "Subscribe", "x-ms-trigger": "single", "responses": { "201": { "description": "OK" } },
                    "parameters": [ { "name": "body", "in": "body", "schema": { "type": "object", "properties": {
                      "url": { "type": "string", "x-ms-notification-url": true } } } } ] } }
                """,
                """ "Hook": { "type": "object", "properties": { "id": { "type": "string" }, "bad": { "$ref": "#/definitions/Gone" } } } """
            ),
            null,
            ("ConnectorOperations", "Subscribe")
        );

        AssertWarns(generation, ("PCG004", "the member 'bad' is left out"));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("true")]
    public void A_reference_that_is_no_text_costs_no_more_than_itself(string reference)
    {
        Generation generation = Generation.Of(
            Documents.With(
                Documents.Get("GetThing", $$"""{ "allOf": [ { "$ref": {{reference}} } ] }""") + "," + Documents.Get("GetOther"),
                $$""" "Thing": { "type": "object", "properties": { "a": { "$ref": {{reference}} } } } """
            )
        );

        AssertWarns(generation, ("PCG030", "'$ref' has to be a text"), ("PCG030", "'$ref' has to be a text"));
        Assert.Contains("GetOtherAsync", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query", "", "")]
    [InlineData("header", "", "")]
    [InlineData("path", "/{list}", """ "required": true, """)]
    public void A_list_with_tabs_is_none_that_the_reader_fails_on(string place, string path, string more)
    {
        Generation generation = Generation.Of(
            Documents.With(
                $$"""
                "/a{{path}}": { "get": { "operationId": "GetThing", "responses": {}, "parameters": [
                  { "name": "list", "in": "{{place}}", "type": "array", {{more}} "items": { "type": "string" }, "collectionFormat": "tsv" } ] } }
                """,
                more: """ "parameters": { "Unused": { "name": "u", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "tsv" } } """
            )
        );

        generation.AssertGood();
        Assert.Contains("'\\t'", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "deprecated": "yes", """, "'deprecated' has to be true or false")]
    [InlineData(""" "summary": 5, """, "'summary' has to be a text")]
    [InlineData(""" "description": true, """, "'description' has to be a text")]
    public void An_annotation_of_the_wrong_kind_is_taken_as_absent(string annotation, string says)
    {
        Generation generation = Generation.Of(Documents.With(Documents.Get("GetThing", more: annotation)));

        AssertWarns(generation, ("PCG030", says));
        Assert.Contains("GetThingAsync", generation.Sources[Client], StringComparison.Ordinal);
        Assert.DoesNotContain("Obsolete", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "/b": [] """, "", "'/b' has to be an object")]
    [InlineData(""" "/b": { "get": { "operationId": "GetB", "responses": { "200": 5 } } } """, "", "'200' has to be an object")]
    [InlineData("", """ "Thing": [] """, "'Thing' has to be an object")]
    [InlineData("", """ "Thing": { "type": "object", "properties": { "a": "string" } } """, "'a' has to be an object")]
    public void A_part_of_the_wrong_kind_is_left_out(string paths, string definitions, string says)
    {
        Generation generation = Generation.Of(
            Documents.With(Documents.Get("GetThing") + (paths.Length == 0 ? "" : ",") + paths, definitions)
        );

        AssertWarns(generation, ("PCG030", says));
        Assert.Contains("GetThingAsync", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_without_a_name_is_left_out()
    {
        Generation generation = Generation.Of(
            Documents.With(Documents.Get("GetThing", more: """ "parameters": [ { "in": "query", "type": "string" } ], """))
        );

        AssertWarns(generation, ("PCG019", "a parameter needs a 'name'"));
    }

    [Theory]
    [InlineData("ConnectorOperations", "GetGood")]
    [InlineData("ConnectorTags", "good")]
    public void What_is_wrong_with_what_nobody_asked_for_is_not_told(string option, string pattern)
    {
        string document = Documents.With(
            $$"""
            {{Documents.Get("GetGood", """{ "$ref": "#/definitions/Thing" }""", """ "tags": ["good"], """)}},
            {{Documents.Get("GetBad", """{ "$ref": "#/definitions/Broken" }""", """ "deprecated": "yes", """)}},
            "/c": { "get": { "operationId": "GetBad", "responses": {} } }, "/d": { "put": { "responses": {} } }
            """,
            $$"""
            {{Broken}}, "Thing": { "type": "object", "properties": { "a": { "$ref": "#/definitions/Other" } } },
            "Other": { "type": "object", "properties": { "b": { "type": "strang" } } }
            """
        );

        Generation chosen = Generation.Of(document, null, (option, pattern));
        Generation all = Generation.Of(document);

        AssertWarns(chosen, ("PCG019", "strang"));
        Assert.Equal(
            ["PCG004", "PCG004", "PCG013", "PCG019", "PCG030"],
            all.Diagnostics.Select(static finding => finding.Id).Order(StringComparer.Ordinal)
        );
        all.AssertCompiles();
    }

    [Fact]
    public void A_chosen_operation_that_is_left_out_is_told_as_that_only()
    {
        Generation generation = Generation.Of(
            Documents.With(Documents.Get("GetBad", """{ "$ref": "#/definitions/Gone" }""")),
            null,
            ("ConnectorOperations", "GetBad")
        );

        AssertWarns(generation, ("PCG004", "the operation GET /GetBad is left out"));
    }

    [Fact]
    public void OpenApi_3_is_left_out_in_the_same_parts()
    {
        Generation generation = Generation.Of(
            """
            { "openapi": "3.0.0", "info": { "title": "Contoso", "version": "1" }, "paths": {
                "/good": { "get": { "operationId": "GetGood", "responses": { "200": { "description": "x", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } },
                "/bad": { "post": { "operationId": "Send", "requestBody": { "$ref": "#/components/requestBodies/B" }, "responses": { "204": { "description": "x" } } } }
              }, "components": {
                "requestBodies": { "B": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Gone" } } } } },
                "schemas": { "Thing": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "$ref": "#/components/schemas/Circle" } } },
                  "Circle": { "$ref": "#/components/schemas/Circle" } } } }
            """
        );

        AssertWarns(
            generation,
            ("PCG004", "'#/components/schemas/Gone' leads to nothing in this document, so that the body 'B' is left out"),
            ("PCG004", "'#/components/requestBodies/B' leads to what is left out itself, so that the operation POST /bad is left out"),
            ("PCG004", "leads back to itself only, so that the definition 'Circle' is left out"),
            ("PCG004", "so that the member 'b' is left out")
        );
        Assert.Contains("GetGoodAsync", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_circle_of_references_one_is_at_fault_and_the_others_follow()
    {
        Generation generation = Generation.Of(
            Documents.With(
                $$"""
                {{Documents.Get("GetGood")}}, {{Documents.Get("GetBad", """{ "$ref": "#/definitions/B" }""")}}
                """,
                """ "A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/A" } """
            )
        );

        AssertWarns(
            generation,
            ("PCG004", "'#/definitions/B' leads back to itself only, so that the definition 'A' is left out"),
            ("PCG004", "'#/definitions/A' leads to what is left out itself, so that the definition 'B' is left out"),
            ("PCG004", "'#/definitions/B' leads to what is left out itself, so that the operation GET /GetBad is left out")
        );
        Assert.Contains("GetGoodAsync", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/things?kind=a", "'?' or '#'")]
    [InlineData("/things#a", "'?' or '#'")]
    [InlineData("/{{x}", "brace")]
    [InlineData("/things/{}", "brace")]
    public void A_path_that_cannot_be_called_costs_its_operation(string path, string says)
    {
        Generation generation = Generation.Of(
            Documents.With(
                Documents.Get("GetThing")
                    + $$"""
                    , "{{path}}": { "get": { "operationId": "GetBad", "parameters": [ { "name": "x", "in": "query", "type": "string" } ], "responses": {} } }
                    """
            )
        );

        AssertWarns(generation, ("PCG013", says));
        Assert.DoesNotContain("GetBad", generation.Sources[Client], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/{tenant}")]
    [InlineData("/v1?a=b")]
    [InlineData("/v1#a")]
    public void A_base_path_that_is_none_costs_the_constructor_without_an_endpoint(string path)
    {
        Generation generation = Generation.Of(
            Documents.With(Documents.Get("GetThing"), more: $$""" "host": "api.contoso.com", "basePath": "{{path}}" """)
        );

        AssertWarns(generation, ("PCG019", "'basePath' is not supported"));
        Assert.DoesNotContain("api.contoso.com", string.Join('\n', generation.Sources.Values), StringComparison.Ordinal);
    }

    private static void AssertWarns(Generation generation, params (string Id, string Says)[] findings)
    {
        string[] told = [.. generation.Diagnostics.Select(static finding => $"{finding.Id} {finding.GetMessage(null)}")];
        Assert.True(findings.Length == told.Length, string.Join('\n', told));
        Assert.All(
            findings,
            finding =>
                Assert.Contains(
                    told,
                    text => text.StartsWith(finding.Id, StringComparison.Ordinal) && text.Contains(finding.Says, StringComparison.Ordinal)
                )
        );
        Assert.All(generation.Diagnostics, static finding => Assert.Equal(DiagnosticSeverity.Warning, finding.Severity));
        generation.AssertCompiles();
    }
}
