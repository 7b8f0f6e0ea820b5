namespace PowerConnectors.Soak;

/// <summary>What to run.</summary>
internal sealed record SoakOptions
{
    public int Calls { get; init; } = 100_000;

    public double FaultPercent { get; init; } = 5;

    public int Callers { get; init; } = 64;

    public int Seed { get; init; } = 1;

    /// <summary>How often the callers rest, so that what the process holds can be measured.</summary>
    public int Stages { get; init; } = 10;

    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(30);
}
