using System.Text.Json;
using Azure;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using PowerAutomateManagement;

namespace PowerConnectors.Hosting.Tests.Mocking;

/// <summary>Code that uses a client, tested without one: a mocking library stands in for it.</summary>
public sealed class NSubstituteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operations_answer_what_a_test_says()
    {
        PowerAutomateManagementClient client = Substitute.For<PowerAutomateManagementClient>();
        FlowWithConnectionReferences flow = new()
        {
            Properties = new()
            {
                DisplayName = "Orders",
                State = FlowState.Started,
                Definition = JsonElement.Parse("{}"),
            },
        };
        client.GetFlowAsync("prod", "orders", Arg.Any<CancellationToken>()).Returns(Response.FromValue(flow, Substitute.For<Response>()));

        Assert.Equal("Orders is on", await DescribeAsync(client, "prod", "orders"));
        await client.Received(1).GetFlowAsync("prod", "orders", Cancellation);
    }

    [Fact]
    public async Task Listings_answer_what_a_test_says()
    {
        PowerAutomateManagementClient client = Substitute.For<PowerAutomateManagementClient>();
        Page<AdminFlow> page = Page<AdminFlow>.FromValues(
            [new AdminFlow { Name = "a" }, new AdminFlow { Name = "b" }],
            continuationToken: null,
            Substitute.For<Response>()
        );
        client
            .ListMyFlowsAsync("prod", cancellationToken: Arg.Any<CancellationToken>())
            .Returns(AsyncPageable<AdminFlow>.FromPages([page]));

        List<string?> names = await client
            .ListMyFlowsAsync("prod", cancellationToken: Cancellation)
            .Select(static flow => flow.Name)
            .ToListAsync(Cancellation);

        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public async Task Failures_are_what_a_test_says()
    {
        PowerAutomateManagementClient client = Substitute.For<PowerAutomateManagementClient>();
        client
            .GetFlowAsync("prod", "gone", Arg.Any<CancellationToken>())
            .ThrowsAsync(new ConnectorRequestException("GetFlow", 404, "FlowNotFound", "Could not find flow 'gone'."));

        Assert.Equal("gone: FlowNotFound", await DescribeAsync(client, "prod", "gone"));
    }

    // What an application would have.
    private static async Task<string> DescribeAsync(PowerAutomateManagementClient client, string environment, string name)
    {
        try
        {
            FlowWithConnectionReferences flow = await client.GetFlowAsync(environment, name, Cancellation);
            return $"{flow.Properties.DisplayName} is {(flow.Properties.State == FlowState.Started ? "on" : "off")}";
        }
        catch (RequestFailedException exception)
        {
            return $"{name}: {exception.ErrorCode}";
        }
    }
}
