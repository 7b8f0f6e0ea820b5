namespace PowerConnectors.Benchmarks.Lists;

/// <summary>What a process took.</summary>
/// <param name="Result">What it listed.</param>
/// <param name="Milliseconds">From the first request to the last flow.</param>
/// <param name="PeakBytes">The most memory that it held.</param>
/// <param name="AllocatedBytes">What it allocated.</param>
internal sealed record ListFigures(ListResult Result, double Milliseconds, double PeakBytes, double AllocatedBytes);
