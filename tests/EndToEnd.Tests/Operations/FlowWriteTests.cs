using System.Text.Json;
using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Operations;

public class FlowWriteTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;
    private const string Flow = $"/environments/{Environment}/flows/{EmulatorSeed.HttpFlow}";

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.CreateFlowAsync))]
    public async Task CreateFlow_sends_the_flow_and_gets_it_with_aliases()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        FlowWithConnectionReferences flow = new()
        {
            Name = "read-only, never sent",
            Properties = new FlowWithConnectionReferencesProperties
            {
                DisplayName = "Grüße \"<>&\"",
                Definition = JsonElement.Parse("""{"triggers":{},"actions":{}}"""),
                State = FlowState.Stopped,
                ConnectionReferences =
                [
                    new ConnectionReference { Id = "/providers/Microsoft.PowerApps/apis/shared_sql", ConnectionName = "c1" },
                ],
            },
        };

        Response<Flow> response = await service.Client.CreateFlowAsync(Environment, flow, EmulatedService.Cancellation);

        service.AssertOnlyRequest(
            "POST",
            $"/environments/{Environment}/flows",
            """
            {"properties":{"displayName":"Grüße \"<>&\"","definition":{"triggers":{},"actions":{}},"state":"Stopped",
            "connectionReferences":[{"connectionName":"c1","id":"/providers/Microsoft.PowerApps/apis/shared_sql"}]}}
            """
        );
        Assert.Equal("Grüße \"<>&\"", response.Value.Properties.DisplayName);
        Assert.Equal("shared_sql", Assert.Single(response.Value.Properties.ConnectionReferences!).Key);
        Assert.Contains(response.Value.Name, service.Emulator.State.FlowNames(Environment));
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.UpdateFlowAsync))]
    public async Task UpdateFlow_sends_what_is_set()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        FlowWithConnectionReferences flow = new()
        {
            Properties = new FlowWithConnectionReferencesProperties
            {
                DisplayName = "Renamed",
                Definition = JsonElement.Parse("""{"triggers":{},"actions":{}}"""),
                State = "Suspended",
            },
        };

        Response<Flow> response = await service.Client.UpdateFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            flow,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest(
            "PATCH",
            Flow,
            """{"properties":{"displayName":"Renamed","definition":{"triggers":{},"actions":{}},"state":"Suspended"}}"""
        );
        Assert.Equal(200, response.GetRawResponse().Status);
        Assert.Equal("Renamed", response.Value.Properties.DisplayName);
        Assert.Equal("shared_sql", Assert.Single(response.Value.Properties.ConnectionReferences!).Key);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.DeleteFlowAsync))]
    public async Task DeleteFlow_deletes()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response response = await service.Client.DeleteFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        service.AssertOnlyRequest("DELETE", Flow);
        Assert.Equal(200, response.Status);
        Assert.DoesNotContain(EmulatorSeed.HttpFlow, service.Emulator.State.FlowNames(Environment));
    }

    [Fact]
    public async Task DeleteFlow_of_an_unknown_flow_answers_204()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response response = await service.Client.DeleteFlowAsync(Environment, "no such flow?", EmulatedService.Cancellation);

        service.AssertOnlyRequest("DELETE", $"/environments/{Environment}/flows/no%20such%20flow%3F");
        Assert.Equal(204, response.Status);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.StartFlowAsync))]
    public async Task StartFlow_turns_on()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response response = await service.Client.StartFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        service.AssertOnlyRequest("POST", $"{Flow}/start");
        Assert.Equal(200, response.Status);
        Assert.Equal("Started", State(service));
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.StopFlowAsync))]
    public async Task StopFlow_turns_off()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response response = await service.Client.StopFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        service.AssertOnlyRequest("POST", $"{Flow}/stop");
        Assert.Equal(200, response.Status);
        Assert.Equal("Stopped", State(service));
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.CancelFlowRunAsync))]
    public async Task CancelFlowRun_cancels()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response response = await service.Client.CancelFlowRunAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatorSeed.RunningRun,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("POST", $"{Flow}/runs/{EmulatorSeed.RunningRun}/cancel");
        Assert.Equal(202, response.Status);
        Assert.Equal("Cancelled", service.Emulator.State.Runs(Environment, EmulatorSeed.HttpFlow)[EmulatorSeed.RunningRun]);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ResubmitFlowAsync))]
    public async Task ResubmitFlow_runs_again()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        int before = service.Emulator.State.Runs(Environment, EmulatorSeed.HttpFlow).Count;

        Response response = await service.Client.ResubmitFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            "manual",
            EmulatorSeed.FailedRun,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("POST", $"{Flow}/triggers/manual/histories/{EmulatorSeed.FailedRun}/resubmit");
        Assert.Equal(202, response.Status);
        Assert.Equal(before + 1, service.Emulator.State.Runs(Environment, EmulatorSeed.HttpFlow).Count);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.AdminRestoreFlowAsync))]
    public async Task AdminRestoreFlow_restores()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        AdminFlowWithConnectionReferences flow = await service.Client.AdminRestoreFlowAsync(
            Environment,
            EmulatorSeed.SoftDeletedFlow,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("POST", $"/scopes/admin/environments/{Environment}/flows/{EmulatorSeed.SoftDeletedFlow}/restore");
        Assert.Equal(FlowState.Stopped, flow.Properties.State);
        Assert.Contains(EmulatorSeed.SoftDeletedFlow, service.Emulator.State.FlowNames(Environment));
    }

    private static string State(EmulatedService service) =>
        service.Emulator.State.FlowProperties(Environment, EmulatorSeed.HttpFlow)!["state"]!.GetValue<string>();
}
