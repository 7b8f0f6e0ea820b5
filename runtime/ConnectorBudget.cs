namespace PowerConnectors;

/// <summary>What is left of a connection's limits at one moment, for displays of progress.</summary>
/// <param name="Limits">Each limit.</param>
/// <param name="PausedUntil">Until when the service asked to be left alone; <see langword="null"/> if it did not.</param>
public sealed record ConnectorBudget(IReadOnlyList<ConnectorLimitStatus> Limits, DateTimeOffset? PausedUntil);

/// <summary>What is left of one limit at one moment.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Remaining">How many calls may leave at once; <see langword="null"/> if the limiter does not say.</param>
/// <param name="Waiting">How many calls wait; <see langword="null"/> if the limiter does not say.</param>
/// <param name="RenewsOn">When the next call no longer counts; <see langword="null"/> if none counts, or the limiter does not say.</param>
public sealed record ConnectorLimitStatus(ConnectorLimit Limit, long? Remaining, long? Waiting, DateTimeOffset? RenewsOn);
