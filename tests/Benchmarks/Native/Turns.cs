using System.Diagnostics;
using PowerConnectors.Benchmarks.Measuring;

namespace PowerConnectors.Benchmarks.Native;

/// <summary>Measures contenders in turns: BenchmarkDotNet would compile itself natively too, which takes many minutes.</summary>
internal static class Turns
{
    private const int Rounds = 15;
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(100);

    /// <summary>The median time and the allocation of one run of each.</summary>
    public static IReadOnlyList<(double Nanoseconds, double Bytes)> Measure(params Action[] contenders)
    {
        int[] runs = [.. contenders.Select(CountRuns)];
        List<(double Nanoseconds, double Bytes)>[] costs = [.. contenders.Select(static _ => new List<(double, double)>())];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                costs[i].Add(Run(contenders[i], runs[i]));
            }
        }

        return
        [
            .. costs.Select(static list =>
                (list.Select(static cost => cost.Nanoseconds).Median(), list.Select(static cost => cost.Bytes).Median())
            ),
        ];
    }

    private static int CountRuns(Action contender)
    {
        Run(contender, 3);
        return Math.Max(1, (int)(s_round.TotalNanoseconds / Run(contender, 3).Nanoseconds));
    }

    private static (double Nanoseconds, double Bytes) Run(Action contender, int runs)
    {
        GC.Collect();
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            contender();
        }

        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return (time.TotalNanoseconds / runs, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)runs);
    }
}
