using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Summaries, from display names and descriptions that often say the same.</summary>
public sealed class DocSentenceTests
{
    [Theory]
    [InlineData("Item id", "The id of an item", "Item id. The id of an item.")]
    [InlineData("Item id", "item id.", "item id.")]
    [InlineData("Get contact by Id", "Get contact by Id from the service", "Get contact by Id from the service.")]
    [InlineData("Item", "Items of the list.", "Item. Items of the list.")]
    [InlineData("Force deletion?", "Whether it is forced!", "Force deletion? Whether it is forced!")]
    [InlineData("Site", "Example: https://contoso.example/sites/a", "Site. Example: https://contoso.example/sites/a")]
    [InlineData("", "Only this", "Only this.")]
    [InlineData("Only that", "", "Only that.")]
    [InlineData("", "", "The member 'a'.")]
    public void Of_a_display_name_and_a_description(string displayName, string description, string expected)
    {
        string definition = $$"""
            "Thing": { "type": "object", "properties": { "a": { "type": "string", "x-ms-summary": "{{displayName}}", "description": "{{description}}" } } }
            """;

        Generation generation = Generation.Of(Documents.With(Documents.Get("GetThing"), definition)).AssertGood();

        Assert.Contains(
            $"    /// <summary>{expected}</summary>\n    public string? A",
            generation.Sources["Contoso.Thing.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Lines_lose_the_indentation_that_the_document_gave_them()
    {
        const string Definition = """
            "Thing": { "type": "object", "properties": { "a": { "type": "string", "description": "First line,\r\n          second line" } } }
            """;

        Generation generation = Generation.Of(Documents.With(Documents.Get("GetThing"), Definition)).AssertGood();

        Assert.Contains(
            "    /// <para>First line,\n    /// second line.</para>\n",
            generation.Sources["Contoso.Thing.g.cs"],
            StringComparison.Ordinal
        );
    }
}
