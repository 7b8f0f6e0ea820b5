using System.Text.Json.Nodes;
using PowerConnectors.Corpus.Tests.Documents;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Corpus.Tests;

/// <summary>The large document that benchmarks are measured with is like those that there are, so that its figures say something of them.</summary>
public sealed class LargeDocumentTests
{
    private const int Size = 844_000;
    private const int Large = 200_000;

    [Fact(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    public void Has_as_much_of_everything_as_large_documents_have()
    {
        IReadOnlyDictionary<string, double>[] shapes =
        [
            .. CorpusFolder
                .Readable.Select(static row => CorpusFolder.Get(row.Data))
                .Where(static document => document.Text.Length >= Large)
                .Select(static document => DocumentShape.Of(document.Text, document.Json!)),
        ];
        Assert.SkipWhen(shapes.Length < 3, "Too few of the folder's documents are large.");

        string text = LargeDocument.Of(Size);
        IReadOnlyDictionary<string, double> made = DocumentShape.Of(text, JsonNode.Parse(text)!.AsObject());

        Assert.InRange(text.Length, Size * 0.99, Size * 1.01);
        Assert.All(
            made,
            shape => Assert.InRange(shape.Value, shapes.Min(other => other[shape.Key]), shapes.Max(other => other[shape.Key]))
        );
    }
}
