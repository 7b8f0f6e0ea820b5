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

    // What a page and the models of one need, with room to spare: what is kept of a list beyond that would end the process.
    private const int SmallHeap = 24;

    private static readonly int[] s_heaps = [0, SmallHeap];

    private static readonly string[] s_contenders = [Contender.HandWritten, Contender.Ours];

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
            "heap MB",
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
            (string Contender, int Heap)[] runs = [.. s_heaps.SelectMany(static _ => s_contenders, static (heap, name) => (name, heap))];
            Dictionary<(string, int), List<ListFigures>> figures = runs.ToDictionary(
                static run => run,
                static _ => new List<ListFigures>()
            );
            // One round more: in the first the emulator makes its flows.
            for (int round = 0; round <= Rounds; round++)
            {
                foreach ((string contender, int heap) in runs)
                {
                    figures[(contender, heap)].Add(await ListProcess.StartAsync(contender, target, heap, cancellationToken));
                }
            }

            Check(flows, [.. figures.Values.SelectMany(static list => list).Select(static one => one.Result)]);
            Add(table, flows, figures);
        }

        return $"""
            Medians of {Rounds} processes each, in turns, with 250 flows a page; the emulator is another process and gives the pace. With as much memory as it likes, .NET collects when it sees fit; with a heap of {SmallHeap} MB it shows what is needed.

            {table}
            """;
    }

    private static void Add(Table table, int flows, Dictionary<(string Contender, int Heap), List<ListFigures>> figures)
    {
        foreach (((string contender, int heap), List<ListFigures> list) in figures)
        {
            (double handTime, double handPeak, double handBytes) = Typical(figures[(Contender.HandWritten, heap)]);
            (double time, double peak, double bytes) = Typical(list);
            table.Add(
                flows.ToString("N0", CultureInfo.InvariantCulture),
                contender,
                heap == 0 ? "any" : heap.ToString(CultureInfo.InvariantCulture),
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
