using System.Globalization;

namespace PowerConnectors.Benchmarks.Measuring;

/// <summary>What one contender took for one piece of work. Processes that measure print one line for each.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Case">To what; empty if there is only one.</param>
/// <param name="Contender">By whom.</param>
/// <param name="Nanoseconds">The median.</param>
/// <param name="Bytes">What was allocated.</param>
internal sealed record Measurement(string Work, string Case, string Contender, double Nanoseconds, double Bytes)
{
    public static Measurement Parse(string line) =>
        line.Split('\t') is [var work, var body, var contender, var nanoseconds, var bytes]
            ? new Measurement(work, body, contender, Number(nanoseconds), Number(bytes))
            : throw new InvalidOperationException($"No measurement: {line}");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Work}\t{Case}\t{Contender}\t{Nanoseconds}\t{Bytes}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
