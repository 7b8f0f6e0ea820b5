using System.Text.Json.Nodes;

namespace PowerConnectors.Spec.Tests;

/// <summary>The definitions of the document against tables written by hand.</summary>
public class DefinitionTests
{
    private static readonly JsonObject Document = SpecFiles.Document();
    private static readonly Dictionary<string, List<string>> Expected = ReadTable();

    public static TheoryData<string> Names => [.. Expected.Keys];

    [Fact]
    public void The_document_has_exactly_the_expected_definitions() =>
        Differences.AssertNone(Expected.Keys, Document["definitions"].Members.Select(definition => definition.Key));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_definition_has_exactly_the_expected_members(string name)
    {
        var schema = Document["definitions"].Members[name];
        Assert.True(schema is not null, $"there is no definition '{name}'");
        Differences.AssertNone(Expected[name], SchemaLines.Of(name, schema));
    }

    [Fact]
    public void Members_have_the_expected_display_names_and_visibility()
    {
        Differences.AssertNone(
            SpecFiles.Rows("display-names.tsv", '\t').Select(row => $"{row[0]}: {row[1]}, {row[2]}"),
            from definition in Document["definitions"].Members
            from found in SchemaLines.MembersOf(definition.Value!, "")
            let title = found.Member.StringOrDash("x-ms-summary")
            let visibility = found.Member.StringOrDash("x-ms-visibility")
            where (title, visibility) != ("-", "-")
            select $"{definition.Key}.{found.Path}: {title}, {visibility}"
        );
    }

    private static Dictionary<string, List<string>> ReadTable()
    {
        var table = new Dictionary<string, List<string>>();
        List<string> current = [];
        foreach (var line in SpecFiles.Lines("definitions.txt"))
        {
            if (!line.StartsWith(' '))
            {
                current = [];
                table.Add(line[..line.IndexOf(':', StringComparison.Ordinal)].TrimEnd('!'), current);
            }

            current.Add(line);
        }

        return table;
    }
}
