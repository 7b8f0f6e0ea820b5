using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class ConnectorTests
{
    private const string InEnvironment = $"?environmentName={EmulatorSeed.DefaultEnvironment}";

    [Fact]
    public async Task Environments_are_listed_with_an_sku_that_is_not_declared()
    {
        await using var client = await EmulatorClient.StartAsync();

        var environments = (await client.GetAsync("environments")).Json["value"]!.AsArray();

        Assert.Equal(
            [EmulatorSeed.DefaultEnvironment, EmulatorSeed.SecondEnvironment],
            environments.Select(environment => environment!["name"]!.GetValue<string>())
        );
        Assert.Equal("Default", environments[0]!["properties"]!["environmentSku"]!.GetValue<string>());
    }

    [Fact]
    public async Task Connectors_are_listed_without_connection_parameters()
    {
        await using var client = await EmulatorClient.StartAsync();

        var connectors = (await client.GetAsync($"apis{InEnvironment}")).Json["value"]!.AsArray();

        Assert.Contains(connectors, connector => connector!["properties"]!["isCustomApi"]!.GetValue<bool>());
        Assert.All(connectors, connector => Assert.Null(connector!["properties"]!["connectionParameters"]));
    }

    [Fact]
    public async Task One_connector_comes_with_connection_parameters()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.GetAsync($"apis/shared_sql{InEnvironment}");

        Assert.Equal(200, answer.Status);
        Assert.Equal("SQL Server", answer.Properties["displayName"]!.GetValue<string>());
        Assert.NotNull(answer.Properties["connectionParameters"]!["token"]);
    }

    [Fact]
    public async Task An_unknown_connector_is_not_found()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.GetAsync($"apis/nope{InEnvironment}")).ShouldFail(404, "ApiResourceNotFound");
    }

    [Fact]
    public async Task Connections_are_listed_page_by_page()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { PageSize = 10 });

        var pages = await client.PagesAsync($"connections{InEnvironment}");

        Assert.Equal([10, 4], pages.Select(page => page.Count));
    }

    [Fact]
    public async Task A_created_connection_is_answered_with_its_parameters_and_listed_without()
    {
        await using var client = await EmulatorClient.StartAsync();
        var body = new JsonObject
        {
            ["properties"] = new JsonObject { ["connectionParameters"] = new JsonObject { ["server"] = "sql.example" } },
        };

        var created = await client.PostAsync($"apis/shared_sql/connections{InEnvironment}", body);

        Assert.Equal(201, created.Status);
        Assert.Equal("sql.example", created.Properties["connectionParameters"]!["server"]!.GetValue<string>());
        var connections = (await client.GetAsync($"connections{InEnvironment}")).Json["value"]!.AsArray();
        Assert.Equal(created.Json["name"]!.GetValue<string>(), connections[^1]!["name"]!.GetValue<string>());
        Assert.Null(connections[^1]!["properties"]!["connectionParameters"]);
    }

    [Fact]
    public async Task A_connection_is_created_without_a_body()
    {
        await using var client = await EmulatorClient.StartAsync();

        Assert.Equal(201, (await client.PostAsync($"apis/shared_teams/connections{InEnvironment}")).Status);
    }
}
