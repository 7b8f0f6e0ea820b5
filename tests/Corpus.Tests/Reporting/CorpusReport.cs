using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using PowerConnectors.Testing;

[assembly: AssemblyFixture(typeof(PowerConnectors.Corpus.Tests.Reporting.CorpusReport))]

namespace PowerConnectors.Corpus.Tests.Reporting;

/// <summary>Gathers what became of each document, and writes it down as a table at the end.</summary>
public sealed class CorpusReport : IDisposable
{
    private const string FileName = "artifacts/corpus/report.md";

    private readonly ConcurrentDictionary<string, CorpusRow> _rows = new(StringComparer.Ordinal);

    internal void Add(CorpusRow row) => _rows[row.Document] = row;

    public void Dispose()
    {
        if (_rows.IsEmpty)
        {
            return;
        }

        StringBuilder text = new();
        text.Append("| document | operations | dropped | types | files | errors | warnings | findings | generating ms | compiling ms |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: |\n");
        foreach (CorpusRow row in _rows.Values.OrderBy(static row => row.Document, StringComparer.Ordinal).Append(Total()))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Document} | {row.Operations} | {row.Dropped} | {row.Types} | {row.Files} | {row.Errors} | {row.Warnings} | {row.Findings} | {row.Generating} | {row.Compiling} |\n"
            );
        }

        string path = Repository.PathOf(FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ToString());
    }

    private CorpusRow Total() =>
        new(
            $"{_rows.Count} documents",
            _rows.Values.Sum(static row => row.Operations),
            _rows.Values.Sum(static row => row.Dropped),
            _rows.Values.Sum(static row => row.Types),
            _rows.Values.Sum(static row => row.Files),
            _rows.Values.Sum(static row => row.Errors),
            _rows.Values.Sum(static row => row.Warnings),
            "",
            _rows.Values.Sum(static row => row.Generating),
            _rows.Values.Sum(static row => row.Compiling)
        );
}

/// <summary>What became of one document.</summary>
internal sealed record CorpusRow(
    string Document,
    int Operations,
    int Dropped,
    int Types,
    int Files,
    int Errors,
    int Warnings,
    string Findings,
    int Generating,
    int Compiling
);
