namespace PowerConnectors.Retries;

/// <summary>How long to wait where the service does not say: twice as long each time up to a minute, and rarely the same for two callers.</summary>
internal static class BackOff
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    /// <summary>From half of the step to all of it.</summary>
    /// <param name="failures">How many attempts have failed; at least 1.</param>
    public static TimeSpan After(int failures)
    {
        double seconds = Math.Min(s_first.TotalSeconds * Math.Pow(2, failures - 1), s_longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
