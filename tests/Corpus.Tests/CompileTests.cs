using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PowerConnectors.Corpus.Tests.Compiling;
using PowerConnectors.Corpus.Tests.Documents;
using PowerConnectors.Corpus.Tests.Reporting;

namespace PowerConnectors.Corpus.Tests;

/// <summary>Every document becomes a client that compiles without a warning and has every operation.</summary>
public sealed class CompileTests(CorpusReport report)
{
    [Theory(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    [MemberData(nameof(CorpusFolder.Readable), MemberType = typeof(CorpusFolder))]
    public void Compiles_without_a_warning(string name)
    {
        CorpusBuild build = CorpusBuild.Of(name);
        Report(name, build);

        Assert.DoesNotContain(build.Run.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(build.Problems.IsEmpty, string.Join('\n', build.Problems.Take(20)));
        Assert.NotEmpty(build.Assembly!.GetTypes());
        Assert.All(
            build.Run.Sources,
            static source =>
                Assert.DoesNotContain(
                    source.SyntaxTree.GetRoot(TestContext.Current.CancellationToken).DescendantTrivia(),
                    static trivia => trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia)
                )
        );
    }

    [Theory(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    [MemberData(nameof(CorpusFolder.Readable), MemberType = typeof(CorpusFolder))]
    public void Has_every_operation_or_says_which_not(string name)
    {
        CorpusBuild build = CorpusBuild.Of(name);

        Assert.Empty(
            Operations(name)
                .Where(operation => !build.Called.Contains(operation.Name) && !build.Drops(operation))
                .Select(static operation => operation.Name)
        );
        Assert.All(
            build.Run.Diagnostics,
            diagnostic => Assert.EndsWith(name, diagnostic.Location.GetLineSpan().Path, StringComparison.Ordinal)
        );
    }

    [Fact(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    public void Of_a_thousand_operations_one_is_dropped_at_most()
    {
        string[] names = [.. CorpusFolder.Readable.Select(static row => row.Data)];
        int all = names.Sum(static name => Operations(name).Count);
        int dropped = names.Sum(static name => CorpusBuild.Of(name).DroppedCount);

        Assert.NotEqual(0, all);
        Assert.InRange(dropped, 0, all / 1000);
    }

    [Theory(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    [MemberData(nameof(CorpusFolder.Broken), MemberType = typeof(CorpusFolder))]
    public void Says_where_a_document_is_no_json(string name)
    {
        Assert.SkipWhen(name == "none", "Every document of the folder is JSON.");
        CorpusBuild build = CorpusBuild.Of(name);
        JsonFault fault = CorpusFolder.Get(name).Fault!;

        Assert.Contains(
            build.Run.Diagnostics,
            diagnostic =>
                diagnostic.Location.GetLineSpan() is { StartLinePosition: var place, Path: var path }
                && path.EndsWith(name, StringComparison.Ordinal)
                && place.Line + 1 == fault.Line
        );
    }

    private void Report(string name, CorpusBuild build)
    {
        IReadOnlyList<DocumentOperation> operations = Operations(name);
        report.Add(
            new CorpusRow(
                name,
                operations.Count,
                operations.Count(operation => !build.Called.Contains(operation.Name)),
                build.Assembly?.GetExportedTypes().Length ?? 0,
                build.Run.Sources.Length,
                Count(build, DiagnosticSeverity.Error),
                Count(build, DiagnosticSeverity.Warning),
                string.Join(
                    ", ",
                    build
                        .Run.Diagnostics.CountBy(static diagnostic => diagnostic.Id)
                        .OrderBy(static count => count.Key, StringComparer.Ordinal)
                        .Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}"))
                ),
                (int)build.Run.Duration.TotalMilliseconds,
                (int)build.Compiling.TotalMilliseconds
            )
        );
    }

    private static int Count(CorpusBuild build, DiagnosticSeverity severity) =>
        build.Problems.Count(problem => problem.Severity == severity);

    private static IReadOnlyList<DocumentOperation> Operations(string name) =>
        new ConnectorDocument(CorpusFolder.Get(name).Json!).Operations;
}
