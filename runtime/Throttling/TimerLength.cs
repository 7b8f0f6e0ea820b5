namespace PowerConnectors.Throttling;

/// <summary>How long to set a timer that looks again when it rings.</summary>
internal static class TimerLength
{
    // Timers take 49 days at most. One that rings earlier than needed is set again.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>Timers count in whole milliseconds and cut off the rest: rounded down, one would ring too early and again at once.</summary>
    public static TimeSpan Of(TimeSpan due) =>
        due <= TimeSpan.Zero ? TimeSpan.Zero
        : due >= s_longest ? s_longest
        : TimeSpan.FromMilliseconds(Math.Ceiling(due.TotalMilliseconds));
}
