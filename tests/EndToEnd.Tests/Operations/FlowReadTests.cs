using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Operations;

public class FlowReadTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListMyFlowsAsync))]
    public async Task ListMyFlows_lists_with_one_request_a_page()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(new EmulatorOptions { FlowCount = 10 });

        List<AdminFlow> flows = await service
            .Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"/environments/{Environment}/flows");
        Assert.Equal(service.Emulator.State.FlowNames(Environment), flows.Select(flow => flow.Name));
        Assert.Equal("Receive order", flows[0].Properties.DisplayName);
        Assert.Equal(FlowState.Started, flows[0].Properties.State);
        Assert.Equal(["shared_sql"], flows[0].Properties.ConnectionReferences!.Keys);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.GetFlowAsync))]
    public async Task GetFlow_gets_a_flow()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response<FlowWithConnectionReferences> response = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("GET", $"/environments/{Environment}/flows/{EmulatorSeed.HttpFlow}");
        Assert.Equal(200, response.GetRawResponse().Status);
        FlowWithConnectionReferences flow = response;
        Assert.Equal(EmulatorSeed.HttpFlow, flow.Name);
        Assert.Equal("Receive order", flow.Properties.DisplayName);
        Assert.Equal("Http", flow.Properties.Definition.GetProperty("triggers").GetProperty("manual").GetProperty("kind").GetString());
        Assert.Equal(FlowInstallationStatus.Installed, flow.Properties.InstallationStatus);
        Assert.Equal(EmulatorSeed.TenantId, flow.Properties.Creator!.TenantId);
        ConnectionReference reference = Assert.Single(flow.Properties.ConnectionReferences!);
        Assert.Equal("/providers/Microsoft.PowerApps/apis/shared_sql", reference.Id);
        Assert.Equal("NotSpecified", flow.Properties.Json["plan"].GetString());
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListFlowsInEnvironmentAsync))]
    public async Task ListFlowsInEnvironment_sends_its_query()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(new EmulatorOptions { FlowCount = 10 });

#pragma warning disable CS0618 // Deprecated by the service, and still there.
        List<AdminFlow> flows = await service
            .Client.ListFlowsInEnvironmentAsync(Environment, 100, true, true, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);
#pragma warning restore CS0618

        service.AssertOnlyRequest(
            "GET",
            $"/scopes/admin/environments/{Environment}/flows?$top=100&expandSuspensionInfo=true&includeSoftDeletedFlows=true"
        );
        Assert.Equal(15, flows.Count);
        Assert.Equal(FlowState.Deleted, Assert.Single(flows, flow => flow.Name == EmulatorSeed.SoftDeletedFlow).Properties.State);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListFlowsInEnvironmentV2Async))]
    public async Task ListFlowsInEnvironment_V2_leaves_out_what_is_not_given()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(new EmulatorOptions { FlowCount = 10 });

        List<AdminFlowWithoutDefinition> flows = await service
            .Client.ListFlowsInEnvironmentV2Async(
                Environment,
                includeSoftDeletedFlows: false,
                cancellationToken: EmulatedService.Cancellation
            )
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"/scopes/admin/environments/{Environment}/v2/flows?includeSoftDeletedFlows=false");
        Assert.Equal(10, flows.Count);
        Assert.Equal(FlowState.Suspended, Assert.Single(flows, flow => flow.Name == EmulatorSeed.SuspendedFlow).Properties.State);
        Assert.Equal(TimeSpan.Zero, flows[0].Properties.CreatedTime!.Value.Offset);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.AdminGetFlowAsync))]
    public async Task AdminGetFlow_gets_a_flow_with_its_undeclared_definition()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        AdminFlowWithConnectionReferences flow = await service.Client.AdminGetFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            includeFlowDefinition: true,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest(
            "GET",
            $"/scopes/admin/environments/{Environment}/flows/{EmulatorSeed.HttpFlow}?includeFlowDefinition=true"
        );
        Assert.Equal("Receive order", flow.Properties.DisplayName);
        Assert.True(flow.Properties.Json["definition"].TryGetProperty("triggers", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ListCallbackUrl_is_readable_in_both_forms(bool bare)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(new EmulatorOptions { BareCallbackUrl = bare });

        FlowListCallbackUrlResponse answer = await service.Client.ListCallbackUrlAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );

        string? url = bare ? answer.Json["value"].GetString() : answer.Response.Value;
        Assert.Contains("sig=", url, StringComparison.Ordinal);
        Assert.Equal(bare, answer.Response is null);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListCallbackUrlAsync))]
    public async Task ListCallbackUrl_gets_the_address()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response<FlowListCallbackUrlResponse> response = await service.Client.ListCallbackUrlAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("POST", $"/environments/{Environment}/flows/{EmulatorSeed.HttpFlow}/triggers/manual/listCallbackUrl");
        Assert.StartsWith("https://", response.Value.Response.Value, StringComparison.Ordinal);
    }
}
