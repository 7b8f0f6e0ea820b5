using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PowerConnectors.Generator;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Testing.Generating;

/// <summary>One run of the generator over the documents of a project, as the compiler runs it.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorRunResult result, TimeSpan duration)
    {
        Result = result;
        Duration = duration;
    }

    public GeneratorRunResult Result { get; }

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources;

    /// <summary>How long the generator took: a figure to look at, not to test.</summary>
    public TimeSpan Duration { get; }

    public static GeneratorRun Of(IEnumerable<InputFile> files, CancellationToken cancellationToken, CSharpCompilation? project = null)
    {
        GeneratorDriver driver = NewDriver(files);
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(project ?? ConsumerCompilation.Empty, cancellationToken);
        return new GeneratorRun(driver.GetRunResult().Results.Single(), Stopwatch.GetElapsedTime(start));
    }

    /// <summary>A driver that has not run yet.</summary>
    public static GeneratorDriver NewDriver(IEnumerable<InputFile> files, bool tracksSteps = false, CSharpParseOptions? parsing = null) =>
        CSharpGeneratorDriver.Create(
            [new ConnectorGenerator().AsSourceGenerator()],
            files,
            parsing ?? ConsumerCompilation.ParseOptions,
            new InputOptions(isAskedFor: true),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps)
        );
}
