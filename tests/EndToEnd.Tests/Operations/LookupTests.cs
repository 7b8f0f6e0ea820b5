using System.Text.Json;
using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Operations;

/// <summary>The values and the schema that the document says where to ask for.</summary>
public class LookupTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListUserEnvironmentsChoicesAsync))]
    public async Task Environments_to_choose_from()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        List<ConnectorChoice> choices = await service
            .Client.ListUserEnvironmentsChoicesAsync(EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", "/environments");
        Assert.Equal([Environment, EmulatorSeed.SecondEnvironment], choices.Select(static choice => choice.Value));
        Assert.All(choices, static choice => Assert.NotEqual(choice.Value, choice.Title));
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListApisChoicesAsync))]
    public async Task Connectors_to_choose_from()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        List<ConnectorChoice> choices = await service
            .Client.ListApisChoicesAsync(Environment, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"/apis?environmentName={Environment}");
        Assert.All(choices, static choice => Assert.StartsWith("shared_", choice.Value, StringComparison.Ordinal));
        Assert.Contains(choices, static choice => choice is { Value: "shared_sql", Title: "SQL Server" });
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListMyFlowsChoicesAsync))]
    public async Task Flows_to_choose_from_on_every_page()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        List<ConnectorChoice> choices = await service
            .Client.ListMyFlowsChoicesAsync(Environment, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        Assert.True(service.Sent("ListMyFlows").Count > 1);
        Assert.Contains(choices, static choice => choice is { Value: EmulatorSeed.HttpFlow, Title: "Receive order" });
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListFlowsInEnvironmentV2ChoicesAsync))]
    public async Task An_administrators_flows_to_choose_from()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        ConnectorChoice first = await service
            .Client.ListFlowsInEnvironmentV2ChoicesAsync(Environment, top: 1, cancellationToken: EmulatedService.Cancellation)
            .FirstAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"/scopes/admin/environments/{Environment}/v2/flows?$top=1");
        Assert.True(Guid.TryParse(first.Value, out _));
        Assert.NotEqual(first.Value, first.Title);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.GetApiJsonSchemaAsync))]
    public async Task A_connectors_schema()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.FailNext("GetApi", 200, "application/json", """{"name":"shared_sql","schema":{"items":{"type":"object"}}}""");

        Response<JsonElement> schema = await service.Client.GetApiJsonSchemaAsync("shared_sql", Environment, EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"/apis/shared_sql?environmentName={Environment}");
        Assert.Equal("""{"type":"object"}""", schema.Value.GetRawText());
    }
}
