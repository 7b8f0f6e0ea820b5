using System.Diagnostics;
using PowerConnectors.Benchmarks.Measuring;

namespace PowerConnectors.Benchmarks.Generator;

/// <summary>What several pieces of work take, one after the other in every round, so that what else the machine does meets all of them.</summary>
internal static class Rounds
{
    /// <summary>The median of each.</summary>
    public static IReadOnlyList<Cost> Measure(int rounds, params Action<int>[] works)
    {
        List<Cost>[] costs = [.. works.Select(static _ => new List<Cost>())];
        // A third of all rounds comes before, to warm up.
        for (int round = -rounds / 2; round < rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                GC.Collect();
                long bytes = GC.GetTotalAllocatedBytes(precise: true);
                long start = Stopwatch.GetTimestamp();
                works[i](round);
                TimeSpan time = Stopwatch.GetElapsedTime(start);
                if (round >= 0)
                {
                    costs[i].Add(new Cost(time.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6));
                }
            }
        }

        return
        [
            .. costs.Select(static list => new Cost(
                list.Select(static cost => cost.Milliseconds).Median(),
                list.Select(static cost => cost.Megabytes).Median()
            )),
        ];
    }
}
