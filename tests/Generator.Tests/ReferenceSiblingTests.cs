using System.Globalization;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>What stands beside a reference is about the member that it stands at.</summary>
public sealed class ReferenceSiblingTests
{
    private const string Definitions = """
        "Part": { "type": "object", "description": "A part.", "properties": { "x": { "type": "string" } } },
        "Key": { "type": "string", "description": "A key." },
        "Kind": { "type": "string", "enum": ["a", "b"] },
        """;

    [Theory]
    [InlineData("\"description\": \"The first part.\"", "/// <summary>The first part.</summary>", "Part? Member { get; set; }")]
    [InlineData("\"x-ms-summary\": \"First part\"", "/// <summary>First part.</summary>", "Part? Member { get; set; }")]
    [InlineData("\"readOnly\": true", "/// <summary>A part.</summary>", "new([\"member\"], readOnly: [0])")]
    [InlineData("\"x-ms-client-name\": \"FirstPart\"", "/// <summary>A part.</summary>", "Part? FirstPart { get; set; }")]
    [InlineData("\"title\": \"First\"", "/// <summary>A part.</summary>", "Part? Member { get; set; }")]
    [InlineData("\"type\": \"object\"", "/// <summary>A part.</summary>", "Part? Member { get; set; }")]
    public void It_is_said_of_the_member_and_the_type_stays(string sibling, string documented, string code)
    {
        Generation generation = OfThing("Part", sibling).AssertGood();

        string thing = generation.Sources["Contoso.Thing.g.cs"];
        Assert.Contains(documented, thing, StringComparison.Ordinal);
        Assert.Contains(code, thing, StringComparison.Ordinal);
        Assert.DoesNotContain("Contoso.ThingMember.g.cs", generation.Sources.Keys);
    }

    [Fact]
    public void A_member_that_may_be_null_is_not_required()
    {
        Generation plain = OfThing("Part", "", """, "required": ["member"]""").AssertGood();
        Generation nullable = OfThing("Part", "\"x-nullable\": true", """, "required": ["member"]""").AssertGood();

        Assert.Contains("Part Member { get; set; }", plain.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Part? Member { get; set; }", nullable.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_is_told_and_a_hidden_one_is_sent()
    {
        string told = OfThing("Kind", "\"default\": \"a\"").AssertGood().Sources["Contoso.Thing.g.cs"];
        string sent = OfThing("Kind", "\"default\": \"a\", \"x-ms-visibility\": \"internal\"").AssertGood().Sources["Contoso.Thing.g.cs"];

        Assert.Contains("The service's default: \"a\".", told, StringComparison.Ordinal);
        Assert.Contains("Kind? Member", told, StringComparison.Ordinal);
        Assert.Contains("members.WriteDefault(", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_kept_out_of_messages()
    {
        Generation generation = OfThing("Key", "\"x-powerconnectors-secret\": true").AssertGood();

        Assert.Contains("Secret: whoever knows the value", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
        Assert.Contains("\"member\"", generation.Sources["Contoso.ContosoClient.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type", "\"string\"")]
    [InlineData("properties", "{ \"y\": { \"type\": \"string\" } }")]
    [InlineData("enum", "[\"c\"]")]
    [InlineData("allOf", "[ { \"$ref\": \"#/definitions/Kind\" } ]")]
    public void Another_type_is_told_where_it_stands_and_left_out(string sibling, string value)
    {
        Generation generation = OfThing("Part", $"\"description\": \"First.\",\n\"{sibling}\": {value}");

        Diagnostic finding = Assert.Single(generation.Diagnostics);
        Assert.Equal("PCG019", finding.Id);
        string message = finding.GetMessage(CultureInfo.InvariantCulture);
        Assert.EndsWith($"JSON pointer: /definitions/Thing/properties/member/{sibling}", message, StringComparison.Ordinal);
        Assert.Contains("Part? Member", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
        generation.AssertCompiles();
    }

    private static Generation OfThing(string definition, string siblings, string more = "") =>
        Generation.Of(
            Documents.With(
                Documents.Put("PutThing", "Thing"),
                $$"""
                {{Definitions}}
                "Thing": { "type": "object", "properties": { "member": { "$ref": "#/definitions/{{definition}}"{{(
                    siblings.Length > 0 ? $",\n{siblings}" : ""
                )}} } }{{more}} }
                """
            )
        );
}
