namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>Bounds of real time on waits for what should come at once, so that a test fails where it does not.</summary>
internal static class Patience
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(s_longest, TestContext.Current.CancellationToken);

    public static Task Soon(this Task task) => task.WaitAsync(s_longest, TestContext.Current.CancellationToken);

    public static Task<T> Soon<T>(this ValueTask<T> task) => task.AsTask().Soon();
}
