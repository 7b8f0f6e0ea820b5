using System.Text.Json;
using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Operations;

public class ConnectionTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListUserEnvironmentsAsync))]
    public async Task ListUserEnvironments_lists_also_an_undeclared_SKU()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        List<FlowEnvironment> environments = await service
            .Client.ListUserEnvironmentsAsync(EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", "/environments");
        Assert.Equal([Environment, EmulatorSeed.SecondEnvironment], environments.Select(environment => environment.Name));
        Assert.Equal("Default", environments[0].Properties!.EnvironmentSku.ToString());
        Assert.Equal(EnvironmentSku.Standard, environments[1].Properties!.EnvironmentSku);
        Assert.True(environments[0].Properties!.IsDefault);
        Assert.True(environments[0].Properties!.Json.IsNull("description"));
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListApisAsync))]
    public async Task ListApis_lists()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        List<ApiWithoutConnectionParameters> connectors = await service
            .Client.ListApisAsync(Environment, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"/apis?environmentName={Environment}");
        Assert.Equal("shared_office365", connectors[0].Name);
        Assert.True(connectors[^1].Properties!.IsCustomApi);
        Assert.Equal("NotSpecified", connectors[^1].Properties!.Tier);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.GetApiAsync))]
    public async Task GetApi_gets_free_connection_parameters()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Api connector = await service.Client.GetApiAsync("shared_sql", Environment, EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"/apis/shared_sql?environmentName={Environment}");
        Assert.Equal("SQL Server", connector.Properties!.DisplayName);
        Assert.Equal(JsonValueKind.Object, connector.Properties.ConnectionParameters!.Value.ValueKind);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListConnectionsAsync))]
    public async Task ListConnections_lists()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        List<ConnectionWithoutConnectionParameters> connections = await service
            .Client.ListConnectionsAsync(Environment, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"/connections?environmentName={Environment}");
        Assert.Equal(14, connections.Count);
        Assert.Equal("/providers/Microsoft.PowerApps/apis/shared_office365", connections[0].Properties!.ApiId);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.CreateConnectionAsync))]
    public async Task CreateConnection_sends_its_parameters()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        Connection connection = new()
        {
            Properties = new ConnectionProperties
            {
                DisplayName = "read-only, never sent",
                ConnectionParameters = JsonElement.Parse("""{"server":"db1","timeout":1e1}"""),
            },
        };

        Response<Connection> response = await service.Client.CreateConnectionAsync(
            "shared_sql",
            Environment,
            connection,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest(
            "POST",
            $"/apis/shared_sql/connections?environmentName={Environment}",
            """{"properties":{"connectionParameters":{"server":"db1","timeout":1e1}}}"""
        );
        Assert.Equal(201, response.GetRawResponse().Status);
        Assert.Equal("SQL Server", response.Value.Properties!.DisplayName);
        Assert.Equal("1e1", response.Value.Properties.ConnectionParameters!.Value.GetProperty("timeout").GetRawText());
    }

    [Fact]
    public async Task CreateConnection_without_a_body_sends_none()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response<Connection> response = await service.Client.CreateConnectionAsync(
            "shared_sql",
            Environment,
            cancellationToken: EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("POST", $"/apis/shared_sql/connections?environmentName={Environment}");
        Assert.Equal(201, response.GetRawResponse().Status);
    }
}
