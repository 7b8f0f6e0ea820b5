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
