using PowerConnectors.Soak.Measuring;

namespace PowerConnectors.Soak.Tests;

/// <summary>The judgement of what the process holds: a leak of any kind is one.</summary>
public sealed class GrowthTests
{
    private static readonly Checkpoint s_level = new(0, 4_000_000, 100_000_000, 180, 20, 0, 2);

    public static TheoryData<string> Leaks => ["managed memory", "working set", "handles", "threads", "timers", "pending work items"];

    [Fact]
    public void What_wavers_has_not_grown() =>
        Assert.Empty(
            Growth.Find(
                [s_level with { Handles = 20, ManagedBytes = 0 }, s_level, s_level with { Handles = 200, Threads = 30 }],
                callers: 64
            )
        );

    [Theory]
    [MemberData(nameof(Leaks))]
    public void What_grows_is_named(string leak)
    {
        Checkpoint last = leak switch
        {
            "managed memory" => s_level with { ManagedBytes = 9_000_000 },
            "working set" => s_level with { WorkingSetBytes = 300_000_000 },
            "handles" => s_level with { Handles = 300 },
            "threads" => s_level with { Threads = 100 },
            "timers" => s_level with { Timers = 100 },
            _ => s_level with { PendingWorkItems = 50 },
        };

        string problem = Assert.Single(Growth.Find([s_level, s_level, last], callers: 64));

        Assert.StartsWith(leak, problem, StringComparison.Ordinal);
    }
}
