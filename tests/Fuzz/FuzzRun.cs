using System.Diagnostics;
using PowerConnectors.Fuzz.Judging;
using PowerConnectors.Fuzz.Mutating;

namespace PowerConnectors.Fuzz;

/// <summary>Mutated documents, one after the other. A number of a run is always the same document, whatever came before it.</summary>
internal sealed class FuzzRun(int seed, IReadOnlyList<(string Document, string? Overlay)> sources)
{
    // Compiling takes ten times as long as generating.
    private const int CompileOneIn = 8;

    public (string Document, string? Overlay) Make(int number)
    {
        Random random = new(HashOf(number));
        (string document, string? overlay) = sources[random.Next(sources.Count)];
        Mutator mutator = new(random);
        return overlay is not null && random.Next(4) == 0 ? (document, mutator.Mutate(overlay)) : (mutator.Mutate(document), overlay);
    }

    /// <summary>Judges documents until the time is over or there are no more numbers, and hands out each that is at fault.</summary>
    public IEnumerable<(int Number, Verdict Verdict)> Judge(
        int count,
        TimeSpan time,
        Action<string, string?> beforeEach,
        CancellationToken cancellationToken
    )
    {
        long start = Stopwatch.GetTimestamp();
        for (int number = 0; number < count && Stopwatch.GetElapsedTime(start) < time; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (string document, string? overlay) = Make(number);
            beforeEach(document, overlay);
            yield return (number, Verdict.Of(document, overlay, number % CompileOneIn == 0, cancellationToken));
        }
    }

    // Unlike HashCode, the same in every process.
    private int HashOf(int number) => unchecked((seed * 486187739) + (number * 16777619));
}
