namespace PowerConnectors.Retries;

/// <summary>How often one call may still be tried again, and until when.</summary>
internal sealed class RetryBudget(int maxRetries, TimeSpan timeLimit, TimeProvider time)
{
    private long? _firstFailure;
    private int _failures;
    private int _attempts;

    /// <summary>How long from now attempts may begin.</summary>
    public TimeSpan TimeLeft => _firstFailure is { } start ? timeLimit - time.GetElapsedTime(start) : timeLimit;

    /// <summary>Takes one attempt from the budget.</summary>
    /// <param name="turnedAway">Whether the service did nothing and wants the call later. That is bounded by time only: a limit may take an hour to renew.</param>
    /// <param name="retryAfter">How long the service wants callers to wait.</param>
    /// <param name="wait">How long to wait before the attempt.</param>
    public bool TryTake(bool turnedAway, TimeSpan? retryAfter, out TimeSpan wait)
    {
        _firstFailure ??= time.GetTimestamp();
        _attempts++;
        _failures += turnedAway ? 0 : 1;

        // "At once" from a service that has just refused the call is no answer to how long to wait.
        wait = retryAfter is { Ticks: > 0 } asked ? asked : BackOff.After(_attempts);
        return maxRetries > 0 && _failures <= maxRetries && wait <= TimeLeft;
    }
}
