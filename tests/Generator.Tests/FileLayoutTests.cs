using System.Globalization;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>How many files there are, and what shares one: the compiler goes through all of them for every keystroke.</summary>
public sealed class FileLayoutTests
{
    [Fact]
    public void A_large_document_makes_a_bounded_number_of_files()
    {
        Generation large = Generation.Of(Document(500)).AssertGood();

        Assert.InRange(large.Sources.Count, 50, 100);
        Assert.Equal(large.Sources.Count, Generation.Of(Document(1000)).Sources.Count);
    }

    [Fact]
    public void A_changed_definition_makes_only_its_file_anew()
    {
        Generation first = Generation.Of(Document(500));

        Generation second = first.With(Documents.Path, Document(500).Replace("\"member7\"", "\"changed\"", StringComparison.Ordinal));

        KeyValuePair<string, string> changed = Assert.Single(second.Sources, source => first.Sources[source.Key] != source.Value);
        Assert.Contains("public string? Changed", changed.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_stays_in_its_file_when_others_come()
    {
        Generation first = Generation.Of(Document(500));
        Generation second = first.With(Documents.Path, Document(501));

        Assert.Equal(FileOf(first, "class Thing7 "), FileOf(second, "class Thing7 "));
        Assert.Equal(FileOf(first, "GetThing7Async"), FileOf(second, "GetThing7Async"));
    }

    private static string FileOf(Generation generation, string text) =>
        generation.Sources.Single(source => source.Value.Contains($" {text}", StringComparison.Ordinal)).Key;

    private static string Document(int count) =>
        Documents.With(
            string.Join(
                ",\n",
                Enumerable
                    .Range(0, count)
                    .Select(static i =>
                        Documents.Get(
                            string.Create(CultureInfo.InvariantCulture, $"GetThing{i}"),
                            more: string.Create(CultureInfo.InvariantCulture, $"\"tags\": [\"Tag{i}\"],")
                        )
                    )
            ),
            string.Join(
                ",\n",
                Enumerable
                    .Range(0, count)
                    .Select(static i =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $$"""  "Thing{{i}}": { "type": "object", "properties": { "member{{i}}": { "type": "string" } } }"""
                        )
                    )
            )
        );
}
