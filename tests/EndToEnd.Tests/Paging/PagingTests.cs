using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Paging;

/// <summary>No schema of the document declares <c>nextLink</c>: whoever trusts it loses everything after the first page.</summary>
public class PagingTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;
    private const int FlowCount = 23;
    private const int PageSize = 5;

    public static TheoryData<string, int> Listings =>
        new()
        {
            { nameof(PowerAutomateManagementClient.ListMyFlowsAsync), FlowCount },
            { nameof(PowerAutomateManagementClient.ListFlowsInEnvironmentAsync), FlowCount },
            { nameof(PowerAutomateManagementClient.ListFlowsInEnvironmentV2Async), FlowCount },
            { nameof(PowerAutomateManagementClient.ListConnectionsAsync), 14 },
        };

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task Every_page_is_listed(string method, int count)
    {
        await using EmulatedService service = await StartAsync();

        List<string> names = await NamesAsync(service.Client, method);

        Assert.Equal(count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(count, names.Count);
        Assert.Equal((count + PageSize - 1) / PageSize, service.Emulator.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task Links_to_a_foreign_origin_are_asked_of_the_endpoint(string method, int count)
    {
        await using EmulatedService service = await StartAsync(foreign: true);

        List<string> names = await NamesAsync(service.Client, method);

        Assert.Equal(count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((count + PageSize - 1) / PageSize, service.Emulator.Requests.Count);
    }

    [Fact]
    public async Task The_query_stays_on_later_pages()
    {
        await using EmulatedService service = await StartAsync();

        List<AdminFlowWithoutDefinition> flows = await service
            .Client.ListFlowsInEnvironmentV2Async(
                Environment,
                4,
                includeSoftDeletedFlows: true,
                cancellationToken: EmulatedService.Cancellation
            )
            .ToListAsync(EmulatedService.Cancellation);

        Assert.Equal(FlowCount + 5, flows.Count);
        Assert.Equal(7, service.Emulator.Requests.Count);
        Assert.All(
            service.Emulator.Requests,
            request => Assert.Contains("includeSoftDeletedFlows=true", request.Target, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_listing_goes_on_from_a_continuation_token_in_another_client()
    {
        await using EmulatedService service = await StartAsync();
        Page<AdminFlow> first = await service
            .Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation)
            .AsPages()
            .FirstAsync(EmulatedService.Cancellation);

        using PowerAutomateManagementClient other = service.CreateClient(null);
        List<Page<AdminFlow>> rest = await other
            .ListMyFlowsAsync(Environment, EmulatedService.Cancellation)
            .AsPages(first.ContinuationToken)
            .ToListAsync(EmulatedService.Cancellation);

        IEnumerable<string?> names = first.Values.Concat(rest.SelectMany(page => page.Values)).Select(flow => flow.Name);
        Assert.Equal(service.Emulator.State.FlowNames(Environment), names);
        Assert.Null(rest[^1].ContinuationToken);
        Assert.Equal(200, first.GetRawResponse().Status);
    }

    [Fact]
    public async Task A_listing_that_failed_goes_on_in_another_client_and_every_flow_is_listed_once()
    {
        await using EmulatedService service = await StartAsync();
        List<string?> names = [];
        ConnectorRequestException failure = await Assert.ThrowsAsync<ConnectorRequestException>(async () =>
        {
            await foreach (AdminFlow flow in service.Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation))
            {
                names.Add(flow.Name);
                if (names.Count == 2 * PageSize)
                {
                    service.Emulator.FailNext("ListMyFlows", 400, body: "{}");
                }
            }
        });
        ConnectorListProgress progress = failure.ListProgress!;
        Assert.Equal((2, 2L * PageSize), (progress.Pages, progress.Items));
        Assert.Equal(progress.Items, names.Count);

        using PowerAutomateManagementClient other = service.CreateClient(null);
        AsyncPageable<AdminFlow> listing = other.ListMyFlowsAsync(Environment, EmulatedService.Cancellation);
        await foreach (Page<AdminFlow> page in listing.AsPages(progress.ContinuationToken))
        {
            names.AddRange(page.Values.Select(flow => flow.Name));
        }

        Assert.Equal(service.Emulator.State.FlowNames(Environment), names.Select(name => name!));
    }

    [Fact]
    public async Task Pages_are_asked_for_one_at_a_time_and_only_when_needed()
    {
        await using EmulatedService service = await StartAsync();
        AsyncPageable<AdminFlow> listing = service.Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation);
        Assert.Empty(service.Emulator.Requests);

        await foreach (Page<AdminFlow> page in listing.AsPages())
        {
            Assert.Equal(PageSize, page.Values.Count);
            break;
        }

        Assert.Single(service.Emulator.Requests);
    }

    [Fact]
    public async Task A_listing_can_be_enumerated_again()
    {
        await using EmulatedService service = await StartAsync();
        AsyncPageable<AdminFlow> listing = service.Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation);

        Assert.Equal(FlowCount, await listing.CountAsync(EmulatedService.Cancellation));
        Assert.Equal(FlowCount, await listing.CountAsync(EmulatedService.Cancellation));
    }

    [Fact]
    public async Task Memory_stays_flat_over_many_pages()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(new EmulatorOptions { FlowCount = 400, PageSize = 20 });
        List<WeakReference> pages = [];

        await foreach (Page<AdminFlow> page in service.Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation).AsPages())
        {
            pages.Add(new WeakReference(page.Values));
        }

        // Which of the last ones the collector finds, depends on where the state machines keep them: what counts is that the rest is gone.
        GC.Collect();
        Assert.Equal(20, pages.Count);
        Assert.InRange(pages.Count(page => page.IsAlive), 0, 3);
    }

    private static Task<EmulatedService> StartAsync(bool foreign = false) =>
        EmulatedService.StartAsync(
            new EmulatorOptions
            {
                FlowCount = FlowCount,
                PageSize = PageSize,
                ForeignNextLinks = foreign,
            }
        );

    private static async Task<List<string>> NamesAsync(PowerAutomateManagementClient client, string method)
    {
        CancellationToken cancellation = EmulatedService.Cancellation;
#pragma warning disable CS0618 // Deprecated by the service, and still there.
        IAsyncEnumerable<string?> names = method switch
        {
            nameof(client.ListMyFlowsAsync) => client.ListMyFlowsAsync(Environment, cancellation).Select(flow => flow.Name),
            nameof(client.ListFlowsInEnvironmentAsync) => client
                .ListFlowsInEnvironmentAsync(Environment, cancellationToken: cancellation)
                .Select(flow => flow.Name),
            nameof(client.ListFlowsInEnvironmentV2Async) => client
                .ListFlowsInEnvironmentV2Async(Environment, cancellationToken: cancellation)
                .Select(flow => flow.Name),
            _ => client.ListConnectionsAsync(Environment, cancellation).Select(connection => connection.Name),
        };
#pragma warning restore CS0618
        return await names.Select(name => name!).ToListAsync(cancellation);
    }
}
