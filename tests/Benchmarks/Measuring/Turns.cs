using System.Diagnostics;

namespace PowerConnectors.Benchmarks.Measuring;

/// <summary>Measures contenders in turns, so that what else the machine does meets all of them.</summary>
internal static class Turns
{
    private const int WarmUps = 6;
    private const int Rounds = 15;
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(100);

    /// <summary>Prints the median time and allocation of one run of each.</summary>
    public static async Task MeasureAsync(string work, string body, params Contender[] contenders)
    {
        List<(double Nanoseconds, double Bytes)>[] costs = [.. contenders.Select(static _ => new List<(double, double)>())];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                (double, double) cost = await RunAsync(contenders[i]);
                if (round >= 0)
                {
                    costs[i].Add(cost);
                }
            }
        }

        foreach ((Contender contender, List<(double Nanoseconds, double Bytes)> cost) in contenders.Zip(costs))
        {
            double nanoseconds = cost.Select(static one => one.Nanoseconds).Median();
            double bytes = cost.Select(static one => one.Bytes).Median();
            Console.WriteLine(new Measurement(work, body, contender.Name, nanoseconds, bytes));
        }
    }

    private static async Task<(double Nanoseconds, double Bytes)> RunAsync(Contender contender)
    {
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        int runs = 0;
        while (Stopwatch.GetElapsedTime(start) < s_round)
        {
            await contender.RunAsync();
            runs++;
        }

        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return (time.TotalNanoseconds / runs, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)runs);
    }
}
