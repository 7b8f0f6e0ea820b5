using System.Diagnostics;
using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.Soak.Calls;
using PowerConnectors.Soak.Measuring;
using PowerConnectors.Soak.Reconciling;
using PowerConnectors.Soak.Service;

namespace PowerConnectors.Soak;

/// <summary>One run: an emulator, a client of it, calls in stages, and the reckoning.</summary>
internal static class SoakRun
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(1.5);

    private const int PageSize = 25;
    private const int PageSizeOfNames = 250;

    public static async Task<SoakReport> RunAsync(SoakOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        CallPlan plan = new(options.Calls);
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync(plan.Flows, PageSize, cancellationToken);
        using PowerAutomateManagementClient client = new(
            emulator.Endpoint,
            emulator.ConnectionId,
            new SoakCredential(),
            new ConnectorClientOptions { AttemptTimeout = AttemptTimeout, Limits = Limits }
        );
        List<string> flowNames = await ReadFlowNamesAsync(client, plan.Flows, cancellationToken);
        CallerGroup group = new(new Reader(client), new Writer(client, flowNames), options.Callers, options.Calls);

        await emulator.SetFaultsAsync(EveryFault.Create(options.FaultPercent, options.Seed), cancellationToken);
        long start = Stopwatch.GetTimestamp();
        List<Checkpoint> checkpoints = [];
        for (int stage = 1; stage <= options.Stages; stage++)
        {
            int end = (int)((long)options.Calls * stage / options.Stages);
            await group.CallUpToAsync(end, () => Stopwatch.GetElapsedTime(start) >= options.TimeLimit, cancellationToken);
            checkpoints.Add(Checkpoint.Take(group.Made));
            ReportText.Write(checkpoints[^1], progress);
        }

        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        await emulator.SetFaultsAsync(new FaultScript(), cancellationToken);
        Reconciler reconciler = new(flowNames);
        await foreach (ServiceRecord record in emulator.GetRecordsAsync(cancellationToken))
        {
            reconciler.Add(record);
        }

        WriteTally writes = reconciler.Compare(group.Outcomes);
        return new SoakReport(
            group.Made,
            duration,
            group.Failures,
            group.Reads,
            writes,
            await emulator.GetStatisticsAsync(cancellationToken),
            checkpoints,
            [.. writes.Problems, .. group.Unexpected, .. Growth.Find(checkpoints, options.Callers)]
        );
    }

    // High enough not to hold callers back for long, so that the limits are part of the run too.
    private static List<ConnectorLimit> Limits =>
        [new ConnectorLimit(5000, TimeSpan.FromSeconds(1)), new ConnectorLimit(2500, TimeSpan.FromSeconds(1)) { ExceptMethods = ["GET"] }];

    private static async Task<List<string>> ReadFlowNamesAsync(
        PowerAutomateManagementClient client,
        int count,
        CancellationToken cancellationToken
    )
    {
        List<string> names = [];
        AsyncPageable<AdminFlowWithoutDefinition> flows = client.ListFlowsInEnvironmentV2Async(
            EmulatorSeed.DefaultEnvironment,
            PageSizeOfNames,
            cancellationToken: cancellationToken
        );
        await foreach (AdminFlowWithoutDefinition flow in flows)
        {
            names.Add(flow.Name!);
        }

        return names.Count == count ? names : throw new InvalidOperationException($"{names.Count} flows instead of {count}.");
    }
}
