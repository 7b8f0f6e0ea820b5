using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using PowerConnectors.Corpus.Tests.Documents;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Corpus.Tests.Compiling;

/// <summary>The client that is generated from one document, compiled and loaded. Made once for all tests of the document.</summary>
internal sealed class CorpusBuild
{
    private const string OperationSkipped = "PCG013";

    private static readonly ConcurrentDictionary<string, Lazy<CorpusBuild>> s_builds = new(StringComparer.Ordinal);

    private CorpusBuild(GeneratorRun run, ImmutableArray<Diagnostic> problems, TimeSpan compiling, Assembly? assembly)
    {
        Run = run;
        Problems = problems;
        Compiling = compiling;
        Assembly = assembly;
        Called = run.Sources.SelectMany(FindCalled).ToHashSet(StringComparer.Ordinal);
    }

    public GeneratorRun Run { get; }

    /// <summary>What the compiler objects to, of any severity that a build would show.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    public TimeSpan Compiling { get; }

    /// <summary>Nothing where the code does not compile.</summary>
    public Assembly? Assembly { get; }

    /// <summary>The operations that the generated client makes requests of.</summary>
    public IReadOnlySet<string> Called { get; }

    public static CorpusBuild Of(string name) =>
        s_builds.GetOrAdd(name, static name => new Lazy<CorpusBuild>(() => Build(CorpusFolder.Get(name)))).Value;

    /// <summary>How many findings say that an operation gets no method.</summary>
    public int DroppedCount => Run.Diagnostics.Count(static diagnostic => diagnostic.Id == OperationSkipped);

    /// <summary>Whether a finding says of an operation that it gets no method.</summary>
    public bool Drops(DocumentOperation operation) =>
        Run.Diagnostics.Any(diagnostic =>
            diagnostic.Id == OperationSkipped
            && diagnostic
                .GetMessage(System.Globalization.CultureInfo.InvariantCulture)
                .Contains($"'{operation.Name}'", StringComparison.Ordinal)
        );

    private static CorpusBuild Build(CorpusDocument document)
    {
        // Not of one test: others use it too.
        CancellationToken cancellationToken = CancellationToken.None;
        GeneratorRun run = GeneratorRun.Of([document.AsFile()], cancellationToken);
        CSharpCompilation compilation = ConsumerCompilation.With(run.Sources);
        using MemoryStream assembly = new();
        using MemoryStream documentation = new();
        long start = Stopwatch.GetTimestamp();
        EmitResult result = compilation.Emit(assembly, xmlDocumentationStream: documentation, cancellationToken: cancellationToken);
        return new CorpusBuild(
            run,
            [.. result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)],
            Stopwatch.GetElapsedTime(start),
            result.Success ? Load(document.Name, assembly) : null
        );
    }

    private static Assembly Load(string name, MemoryStream assembly)
    {
        assembly.Position = 0;
        return new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(assembly);
    }

    private static IEnumerable<string> FindCalled(GeneratedSourceResult source) =>
        source
            .SyntaxTree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "CreateRequest" })
            .Select(static call => call.ArgumentList.Arguments[0].Expression)
            .OfType<LiteralExpressionSyntax>()
            .Select(static literal => literal.Token.ValueText);
}
