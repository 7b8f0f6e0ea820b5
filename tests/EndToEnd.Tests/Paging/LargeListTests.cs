using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Paging;

/// <summary>Alone in the process: the whole heap is measured.</summary>
[CollectionDefinition(nameof(LargeListTests), DisableParallelization = true)]
[Collection(nameof(LargeListTests))]
public class LargeListTests
{
    private const int FlowCount = 45_000;
    private const int Pages = FlowCount / EmulatorOptions.DefaultPageSize;

    // Where the heap is measured. In between 37,500 flows go by, which are 215 MB where they are kept; what stays is the emulator's list of requests.
    private const int Early = 20;
    private const int Late = 170;
    private const long MostGrowth = 3_000_000;

    [Fact]
    public async Task Memory_stays_flat_over_45_000_flows()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(
            new EmulatorOptions { FlowCount = FlowCount },
            new ConnectorClientOptions { Limits = [] }
        );
        List<string> names = [.. service.Emulator.State.FlowNames(EmulatorSeed.DefaultEnvironment)];
        AsyncPageable<AdminFlow> flows = service.Client.ListMyFlowsAsync(EmulatorSeed.DefaultEnvironment, EmulatedService.Cancellation);
        // Once before, so that the framework's pool has the buffers that it keeps for each thread.
        Assert.Equal(Pages, await flows.AsPages().CountAsync(EmulatedService.Cancellation));
        int pages = 0;
        int items = 0;
        long early = 0;
        long late = 0;

        await foreach (Page<AdminFlow> page in flows.AsPages())
        {
            Assert.Equal(names[items..(items + page.Values.Count)], page.Values.Select(flow => flow.Name!));
            items += page.Values.Count;
            pages++;
            early = pages == Early ? GC.GetTotalMemory(forceFullCollection: true) : early;
            late = pages == Late ? GC.GetTotalMemory(forceFullCollection: true) : late;
        }

        Assert.Equal((Pages, FlowCount), (pages, items));
        TestContext.Current.TestOutputHelper?.WriteLine($"{early:N0} bytes after page {Early}, {late:N0} after page {Late}");
        Assert.InRange(late - early, long.MinValue, MostGrowth);
    }
}
