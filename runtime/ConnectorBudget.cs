namespace PowerConnectors;

/// <summary>What is left of a connection's limits at one moment, for displays of progress.</summary>
public sealed class ConnectorBudget
{
    /// <summary>Makes a budget, for tests of what shows one.</summary>
    /// <param name="limits">Each limit.</param>
    public ConnectorBudget(IReadOnlyList<ConnectorLimitStatus> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        Limits = limits;
    }

    /// <summary>Each limit.</summary>
    public IReadOnlyList<ConnectorLimitStatus> Limits { get; }

    /// <summary>Until when the service asked to be left alone; <see langword="null"/> if it did not.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}
