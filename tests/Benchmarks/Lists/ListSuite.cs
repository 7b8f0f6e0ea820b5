using System.Globalization;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Reporting;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Lists;

/// <summary>A long list beside a hand-written loop, and a short one to see what depends on the length.</summary>
internal sealed class ListSuite : Suite
{
    private const int Few = 5_000;
    private const int Many = 45_000;
    private const int CheckedFlows = 1_000;
    private const int Rounds = 5;

    private static readonly string[] s_contenders = [FlowList.HandWritten, FlowList.Ours];

    public override string Name => "list";

    public override string Title => "A list of 45,000 flows";

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using FlowManagementEmulator emulator = await StartAsync(CheckedFlows, cancellationToken);
        ListTarget target = TargetOf(emulator);
        Check(CheckedFlows, [.. await Task.WhenAll(s_contenders.Select(contender => FlowList.RunAsync(contender, target)))]);
    }

    public override async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        Table table = new(
            "flows",
            "contender",
            "seconds",
            "peak MB",
            "allocated bytes per flow",
            "times the time of hand-written",
            "its peak",
            "its allocation"
        );
        foreach (int flows in (int[])[Few, Many])
        {
            await using FlowManagementEmulator emulator = await StartAsync(flows, cancellationToken);
            ListTarget target = TargetOf(emulator);
            Dictionary<string, List<ListFigures>> figures = s_contenders.ToDictionary(
                static name => name,
                static _ => new List<ListFigures>()
            );
            // One round more: in the first the emulator makes its flows.
            for (int round = 0; round <= Rounds; round++)
            {
                foreach (string contender in s_contenders)
                {
                    figures[contender].Add(await ListProcess.StartAsync(contender, target, cancellationToken));
                }
            }

            Check(flows, [.. figures.Values.SelectMany(static list => list).Select(static one => one.Result)]);
            Add(table, flows, figures);
        }

        return $"Medians of {Rounds} processes each, in turns, with 250 flows a page; the emulator is another process and gives the pace.\n\n{table}";
    }

    private static void Add(Table table, int flows, Dictionary<string, List<ListFigures>> figures)
    {
        (double handTime, double handPeak, double handBytes) = Typical(figures[FlowList.HandWritten]);
        foreach (string contender in s_contenders)
        {
            (double time, double peak, double bytes) = Typical(figures[contender]);
            table.Add(
                flows.ToString("N0", CultureInfo.InvariantCulture),
                contender,
                Table.Figure(time / 1000),
                Table.Figure(peak / 1e6),
                Table.Figure(bytes / flows),
                Table.Ratio(time, handTime),
                Table.Ratio(peak, handPeak),
                Table.Ratio(bytes, handBytes)
            );
        }
    }

    private static (double Time, double Peak, double Bytes) Typical(List<ListFigures> figures) =>
        (
            figures.Skip(1).Select(static one => one.Milliseconds).Median(),
            figures.Skip(1).Select(static one => one.PeakBytes).Median(),
            figures.Skip(1).Select(static one => one.AllocatedBytes).Median()
        );

    private static void Check(int flows, IReadOnlyList<ListResult> results)
    {
        if (results.Distinct().Count() != 1 || results[0].Flows != flows || results[0].Characters < flows)
        {
            throw new InvalidOperationException($"Listed {string.Join(", ", results.Distinct())}, and there are {flows}.");
        }
    }

    private static Task<FlowManagementEmulator> StartAsync(int flows, CancellationToken cancellationToken) =>
        FlowManagementEmulator.StartAsync(new EmulatorOptions { FlowCount = flows }, cancellationToken);

    private static ListTarget TargetOf(FlowManagementEmulator emulator) =>
        EmulatorArguments.Of(emulator) is [var endpoint, var connection, var token]
            ? new ListTarget(endpoint, connection, token, EmulatorSeed.DefaultEnvironment)
            : throw new InvalidOperationException("An emulator has an endpoint, a connection and a token.");
}
