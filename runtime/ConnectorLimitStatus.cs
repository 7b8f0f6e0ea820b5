namespace PowerConnectors;

/// <summary>What is left of one limit at one moment.</summary>
public sealed class ConnectorLimitStatus
{
    /// <summary>Makes a status, for tests of what shows one.</summary>
    /// <param name="limit">The limit.</param>
    public ConnectorLimitStatus(ConnectorLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        Limit = limit;
    }

    /// <summary>The limit.</summary>
    public ConnectorLimit Limit { get; }

    /// <summary>How many calls may leave at once; <see langword="null"/> if the limiter does not say.</summary>
    public long? Remaining { get; init; }

    /// <summary>How many calls wait; <see langword="null"/> if the limiter does not say.</summary>
    public long? Waiting { get; init; }

    /// <summary>When the next call no longer counts; <see langword="null"/> if none counts, or the limiter does not say.</summary>
    public DateTimeOffset? RenewsOn { get; init; }
}
