namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>How a program ran.</summary>
/// <param name="ExitCode">0 if it did well.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it said of failures.</param>
/// <param name="Time">From its start to its end, one call included.</param>
/// <param name="PeakBytes">The most memory that it held; 0 if nobody looked.</param>
internal sealed record NativeRun(int ExitCode, string Output, string Errors, TimeSpan Time, long PeakBytes)
{
    /// <summary>What every program prints.</summary>
    public const string Expected = "Receive order";

    public bool IsRight => ExitCode == 0 && Output == Expected;
}
