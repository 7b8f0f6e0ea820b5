namespace PowerConnectors.Benchmarks.Lists;

/// <summary>What was listed.</summary>
internal readonly record struct ListResult(int Flows, long Characters)
{
    public ListResult With(string? displayName) => new(Flows + 1, Characters + (displayName?.Length ?? 0));
}
