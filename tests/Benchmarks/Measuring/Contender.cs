namespace PowerConnectors.Benchmarks.Measuring;

/// <summary>Who does a piece of work, and how.</summary>
internal sealed record Contender(string Name, Func<Task> RunAsync)
{
    /// <summary>What others are compared with.</summary>
    public const string HandWritten = "hand-written";

    public const string Ours = "PowerConnectors";

    /// <summary>One that waits for nothing.</summary>
    public static Contender Of(string name, Action run) =>
        new(
            name,
            () =>
            {
                run();
                return Task.CompletedTask;
            }
        );
}
