using System.Text.RegularExpressions;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Every extension of ours has an example on the page about them that is understood and does something.</summary>
public sealed partial class ExtensionPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Snapshot.ProjectDirectory, "..", "..", "docs", "extensions.md"));

    public static TheoryData<string> Ours => [.. Sections().Select(static section => section.Groups["name"].Value)];

    [Fact]
    public void Every_extension_that_the_generator_knows_is_on_the_page()
    {
        IEnumerable<string> known = Directory
            .EnumerateFiles(Path.Combine(Snapshot.ProjectDirectory, "..", "..", "generator"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => OfOurs().Matches(File.ReadAllText(file)).Select(static name => name.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(known.Order(StringComparer.Ordinal), Ours.Select(static row => row.Data).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public void An_example_is_understood_and_does_something(string name)
    {
        string document = Blocks()
            .Matches(Page)
            .Single(static block => block.Groups["name"].Value == "contoso.swagger.json")
            .Groups["text"]
            .Value;
        string section = Sections().Single(section => section.Groups["name"].Value == name).Groups["text"].Value;
        string[] examples =
        [
            .. Blocks()
                .Matches(section)
                .Where(static block => block.Groups["name"].Length == 0)
                .Select(static block => block.Groups["text"].Value),
        ];

        Assert.NotEmpty(examples);
        Generation without = Generation.Of(document).AssertGood();
        foreach (string example in examples)
        {
            Assert.Contains(name, example, StringComparison.Ordinal);
            Generation with = Generation.Of(document, Documents.Overlay(example)).AssertGood();
            Assert.NotEqual(without.Sources, with.Sources);
        }
    }

    private static MatchCollection Sections() => Section().Matches(Page);

    [GeneratedRegex(
        @"^### `(?<name>x-powerconnectors-[a-z-]+)`\n(?<text>.*?)(?=^###? |\z)",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Section();

    [GeneratedRegex(@"^```json *(?<name>\S*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"""(?<name>x-powerconnectors-[a-z]+(-[a-z]+)*)""")]
    private static partial Regex OfOurs();
}
