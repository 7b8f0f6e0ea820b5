using System.Globalization;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Reporting;

namespace PowerConnectors.Benchmarks.Throttle;

/// <summary>What the limiter costs where it never holds anybody, and what share of the allowed rate is used where it does.</summary>
internal sealed class ThrottleSuite : Suite
{
    private const int Rounds = 9;
    private const int FarCalls = 100_000;
    private const int CheckedCalls = 500;
    private const int NearLimit = 100;
    private const int NearWindows = 8;

    private static readonly int[] s_callers = [1, 64, 1_024];
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(500);

    private static readonly ConnectorLimit[] s_far =
    [
        new(10_000_000, TimeSpan.FromSeconds(1)),
        new(10_000_000, TimeSpan.FromSeconds(1)) { ExceptMethods = ["GET"] },
    ];

    public override string Name => "throttle";

    public override string Title => "Throttle and concurrency";

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (int callers in s_callers)
        {
            await ManyCallers.RunAsync(callers, CheckedCalls, s_far);
        }

        await RunNearAsync(callers: 64, windows: 2);
    }

    public override async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        Table far = new(
            "callers",
            "calls/s without a limit",
            "calls/s with two limits",
            "µs per call for the limits",
            "times the time without"
        );
        Table near = new("callers", "calls", "least seconds", "seconds", "share of the allowed rate");
        foreach (int callers in s_callers)
        {
            await AddFarAsync(far, callers);
            TimeSpan least = s_window * (NearWindows - 1);
            TimeSpan time = await RunNearAsync(callers, NearWindows);
            near.Add(
                callers.ToString(CultureInfo.InvariantCulture),
                (NearLimit * NearWindows).ToString(CultureInfo.InvariantCulture),
                Table.Figure(least.TotalSeconds),
                time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture),
                (least / time).ToString("P1", CultureInfo.InvariantCulture)
            );
        }

        return $"""
            Far from the limit, over a handler in memory: the medians of {Rounds} rounds of {FarCalls} calls each, with and without limits in turns.

            {far}
            Near it, in real time: {NearLimit} calls in {s_window.TotalMilliseconds} ms. The least time is that in which so many calls may leave at all.

            {near}
            """;
    }

    private static async Task AddFarAsync(Table table, int callers)
    {
        List<double> without = [];
        List<double> with = [];
        await ManyCallers.RunAsync(callers, FarCalls);
        await ManyCallers.RunAsync(callers, FarCalls, s_far);
        for (int round = 0; round < Rounds; round++)
        {
            without.Add((await ManyCallers.RunAsync(callers, FarCalls)).TotalSeconds);
            with.Add((await ManyCallers.RunAsync(callers, FarCalls, s_far)).TotalSeconds);
        }

        (double free, double limited) = (without.Median(), with.Median());
        table.Add(
            callers.ToString(CultureInfo.InvariantCulture),
            Table.Figure(FarCalls / free),
            Table.Figure(FarCalls / limited),
            Table.Figure((limited - free) / FarCalls * 1e6),
            Table.Ratio(limited, free)
        );
    }

    private static async Task<TimeSpan> RunNearAsync(int callers, int windows)
    {
        TimeSpan time = await ManyCallers.RunAsync(callers, NearLimit * windows, new ConnectorLimit(NearLimit, s_window));
        // The first call left before the clock began to run.
        return time > s_window * (windows - 1) - TimeSpan.FromMilliseconds(50)
            ? time
            : throw new InvalidOperationException($"{NearLimit * windows} calls left in {time}, which the limit does not allow.");
    }
}
