using System.Globalization;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Tests.Harness;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Fuzz.Judging;

/// <summary>What the generator made of a document, and what is wrong with that.</summary>
/// <param name="Fault">What is wrong; nothing where the document ended in code that compiles, or in diagnostics.</param>
/// <param name="HasCode">Whether there is code.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Allocated">How many bytes it allocated.</param>
internal sealed record Verdict(string? Fault, bool HasCode, TimeSpan Duration, long Allocated)
{
    private const string InternalError = "PCG099";

    // What ends at all ends in seconds, and what takes minutes grows with something that it should not; a busy machine must not decide.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private const long MaxAllocated = 4L << 30;

    public static Verdict Of(string document, string? overlay, bool compiles, CancellationToken cancellationToken)
    {
        List<InputFile> files =
        [
            new("/specs/fuzz.swagger.json", document, ("ConnectorClientName", "FuzzClient"), ("ConnectorNamespace", "Fuzz")),
        ];
        if (overlay is not null)
        {
            files.Add(new("/specs/fuzz.overlay.json", overlay));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        GeneratorRun run = GeneratorRun.Of(files, cancellationToken, ConsumerCompilation.WithoutHosting);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        string? fault =
            run.Result.Exception is { } exception ? $"threw {exception}"
            : run.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == InternalError) is { } error
                ? error.GetMessage(CultureInfo.InvariantCulture)
            : run.Duration > s_patience ? $"took {run.Duration}"
            : allocated > MaxAllocated ? $"allocated {allocated:N0} bytes"
            : run.Sources.IsEmpty && run.Diagnostics.IsEmpty ? "ended in silence"
            : compiles ? FindProblem(run, cancellationToken)
            : null;
        return new Verdict(fault, !run.Sources.IsEmpty, run.Duration, allocated);
    }

    private static string? FindProblem(GeneratorRun run, CancellationToken cancellationToken) =>
        ConsumerCompilation
            .With(run.Sources, ConsumerCompilation.WithoutHosting)
            .GetDiagnostics(cancellationToken)
            .FirstOrDefault(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            is { } problem
            ? $"does not compile: {problem}\n{problem.Location.SourceTree?.GetText(cancellationToken).Lines[problem.Location.GetLineSpan().StartLinePosition.Line]}"
            : null;
}
