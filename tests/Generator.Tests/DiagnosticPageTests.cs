using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Every finding has a page that says what it is about, with an example that brings it forth and one that mends it.</summary>
public sealed partial class DiagnosticPageTests
{
    private static readonly string DocsDirectory = Path.Combine(Snapshot.ProjectDirectory, "..", "..", "docs");

    private static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(Descriptors).GetFields().Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
    ];

    public static TheoryData<string> Ids => [.. All.Select(static descriptor => descriptor.Id)];

    [Fact]
    public void The_list_has_every_finding_as_it_is_reported() =>
        Assert.Equal(
            All.Select(static found =>
                $"| [{found.Id}](diagnostics/{found.Id}.md) | {found.DefaultSeverity} | {found.MessageFormat.ToString(CultureInfo.InvariantCulture)} |"
            ),
            File.ReadLines(Path.Combine(DocsDirectory, "diagnostics.md"))
                .Where(static line => line.StartsWith("| [PCG", StringComparison.Ordinal))
        );

    [Fact]
    public void Every_page_is_about_a_finding() =>
        Assert.Equal(
            All.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal),
            Directory
                .GetFiles(Path.Combine(DocsDirectory, "diagnostics"))
                .Select(static path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_what_it_is_about(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Find(id);
        string page = File.ReadAllText(Path.Combine(DocsDirectory, "diagnostics", $"{id}.md"));
        string head =
            $"# {id}: {descriptor.Title}\n\n{descriptor.DefaultSeverity}. *{descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture)}*\n\n## Cause\n\n";
        Assert.StartsWith(head, page, StringComparison.Ordinal);
        string[] parts = page.Split("\n## ");
        bool hasExample = id is not ("PCG024" or "PCG025" or "PCG099"); // No document is known that does this, or none that a page holds.
        Assert.Equal(hasExample ? ["Cause", "Example", "Remedy"] : ["Cause", "Remedy"], parts.Skip(1).Select(FirstLine));
        if (!hasExample)
        {
            return;
        }

        List<Block> example = BlocksOf(parts[2]);
        List<Block> remedy = BlocksOf(parts[3]);
        Assert.Contains(Generate(example).Diagnostics, finding => finding.Id == id);
        Assert.Single(Generate(example).Diagnostics.Select(static finding => finding.Id).Distinct());
        if (remedy.Count > 0)
        {
            // What the remedy shows takes the place of what is called so in the example.
            Generate([.. example.Where(old => !remedy.Exists(block => block.Name == old.Name)), .. remedy]).AssertGood();
        }
    }

    private static Generation Generate(List<Block> blocks)
    {
        XElement[] items =
        [
            .. blocks
                .Where(static block => block.Name == "xml")
                .SelectMany(static block => XElement.Parse($"<a>{block.Text}</a>").Elements()),
        ];
        return Generation.Of([
            .. blocks
                .Where(static block => block.Name != "xml")
                .SelectMany(file =>
                    Enumerable
                        .Repeat(file, Math.Max(1, items.Count(item => item.Attribute("Include")?.Value == file.Name)))
                        .Select(block => new InputFile($"/specs/{block.Name}", block.Text, MetadataOf(items, block.Name)))
                ),
        ]);
    }

    private static (string Key, string Value)[] MetadataOf(XElement[] items, string name) =>
        [
            .. items
                .Where(item => item.Attributes().Any(attribute => attribute.Value == name))
                .SelectMany(static item => item.Attributes())
                .Where(static attribute => attribute.Name.LocalName.StartsWith("Connector", StringComparison.Ordinal))
                .Select(static attribute => (attribute.Name.LocalName, attribute.Value)),
        ];

    private static List<Block> BlocksOf(string part) =>
        [.. Fence().Matches(part).Select(static match => new Block(match.Groups["name"].Value.Split(' ')[^1], match.Groups["text"].Value))];

    private static string FirstLine(string part) => part.Split('\n')[0];

    [GeneratedRegex(@"^```(?<name>[^\n]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    private sealed record Block(string Name, string Text);
}
