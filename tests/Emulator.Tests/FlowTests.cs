using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class FlowTests
{
    private const string HttpFlow = $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}";

    [Fact]
    public async Task A_flow_is_answered_in_full_with_references_as_array()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.GetAsync(HttpFlow);

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.Headers["Content-Type"]);
        Assert.Equal(EmulatorSeed.HttpFlow, answer.Json["name"]!.GetValue<string>());
        Assert.NotNull(answer.Properties["definition"]!["triggers"]!["manual"]);
        var reference = Assert.Single(answer.Properties["connectionReferences"]!.AsArray());
        Assert.Equal("/providers/Microsoft.PowerApps/apis/shared_sql", reference!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_flow_is_not_found()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.GetAsync($"{EmulatorClient.Flows}/nope")).ShouldFail(404, "FlowNotFound");
    }

    [Fact]
    public async Task An_unknown_environment_is_denied()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.GetAsync("environments/nope/flows")).ShouldFail(403, "EnvironmentAccessDenied");
    }

    [Fact]
    public async Task A_created_flow_has_a_name_that_is_the_same_every_time()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var options = new EmulatorOptions { TimeProvider = time };
        await using var one = await EmulatorClient.StartAsync(options);
        await using var other = await EmulatorClient.StartAsync(options);

        var created = await one.PostAsync(EmulatorClient.Flows, FlowBodies.New(references: [FlowBodies.Reference("shared_sql")]));
        var again = await other.PostAsync(EmulatorClient.Flows, FlowBodies.New(references: [FlowBodies.Reference("shared_sql")]));

        Assert.Equal(200, created.Status);
        Assert.Equal(created.Body, again.Body);
        Assert.Equal("2026-01-02T03:04:05.0000000Z", created.Properties["createdTime"]!.GetValue<string>());
        Assert.NotNull(created.Properties["connectionReferences"]!["shared_sql"]);
        var name = created.Json["name"]!.GetValue<string>();
        Assert.True(Guid.TryParse(name, out _));
        Assert.Equal(200, (await one.GetAsync($"{EmulatorClient.Flows}/{name}")).Status);
    }

    [Fact]
    public async Task Flows_of_one_title_get_different_names()
    {
        await using var client = await EmulatorClient.StartAsync();

        var one = await client.PostAsync(EmulatorClient.Flows, FlowBodies.New());
        var other = await client.PostAsync(EmulatorClient.Flows, FlowBodies.New());

        Assert.NotEqual(one.Json["name"]!.GetValue<string>(), other.Json["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_update_replaces_what_was_sent_and_keeps_the_rest()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { TimeProvider = time });
        var before = await client.GetAsync(HttpFlow);

        var updated = await client.PatchAsync(HttpFlow, Renamed(before));

        Assert.Equal(200, updated.Status);
        Assert.Equal("Renamed", updated.Properties["displayName"]!.GetValue<string>());
        Assert.Equal("2026-01-02T03:04:05.0000000Z", updated.Properties["lastModifiedTime"]!.GetValue<string>());
        Assert.Equal(before.Properties["createdTime"]!.GetValue<string>(), updated.Properties["createdTime"]!.GetValue<string>());
        Assert.NotNull(updated.Properties["connectionReferences"]!["shared_sql"]!["displayName"]);
        Assert.Equal(
            "Renamed",
            client.Emulator.State.FlowProperties(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow)!["displayName"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task Turning_a_flow_off_and_on_changes_its_state()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.PostAsync($"{HttpFlow}/stop")).ShouldBeEmpty(200);
        Assert.Equal("Stopped", await StateAsync(client, EmulatorSeed.HttpFlow));
        (await client.PostAsync($"{HttpFlow}/start")).ShouldBeEmpty(200);
        Assert.Equal("Started", await StateAsync(client, EmulatorSeed.HttpFlow));
    }

    [Fact]
    public async Task Turning_a_suspended_flow_on_ends_the_suspension()
    {
        await using var client = await EmulatorClient.StartAsync();
        const string Path = $"{EmulatorClient.Flows}/{EmulatorSeed.SuspendedFlow}";
        Assert.Equal("Suspended", await StateAsync(client, EmulatorSeed.SuspendedFlow));
        Assert.NotNull((await client.GetAsync(Path)).Properties["flowSuspensionTime"]);

        (await client.PostAsync($"{Path}/start")).ShouldBeEmpty(200);

        var properties = (await client.GetAsync(Path)).Properties;
        Assert.Equal("None", properties["flowSuspensionReason"]!.GetValue<string>());
        Assert.False(properties.ContainsKey("flowSuspensionTime"));
    }

    [Fact]
    public async Task A_deleted_flow_is_gone_and_deleting_it_again_says_so()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.DeleteAsync(HttpFlow)).ShouldBeEmpty(200);
        (await client.GetAsync(HttpFlow)).ShouldFail(404, "FlowNotFound");
        (await client.DeleteAsync(HttpFlow)).ShouldBeEmpty(204);
        (await client.DeleteAsync($"{EmulatorClient.Flows}/nope")).ShouldBeEmpty(204);
    }

    [Fact]
    public async Task The_callback_address_of_an_http_flow_carries_a_signature()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.PostAsync($"{HttpFlow}/triggers/manual/listCallbackUrl");

        Assert.Equal(200, answer.Status);
        Assert.Contains("&sig=", answer.Json["response"]!["value"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callback_address_of_a_button_flow_is_refused()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.PostAsync($"{EmulatorClient.Flows}/{EmulatorSeed.ButtonFlow}/triggers/manual/listCallbackUrl");

        answer.ShouldFail(400, "ListCallbackUrlOperationBlocked");
    }

    [Fact]
    public async Task The_callback_address_of_a_scheduled_flow_does_not_exist()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.PostAsync($"{EmulatorClient.Flows}/{EmulatorSeed.TwoSqlFlow}/triggers/manual/listCallbackUrl");

        answer.ShouldFail(404, "AzureResourceManagerRequestFailed");
        Assert.Contains("WorkflowTriggerNotFound", answer.ErrorMessage, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Renamed(EmulatorAnswer flow)
    {
        var body = FlowBodies.SentBack(flow.Json);
        var properties = body["properties"]!.AsObject();
        properties.Remove("connectionReferences");
        properties["displayName"] = "Renamed";
        return body;
    }

    private static async Task<string> StateAsync(EmulatorClient client, string flow) =>
        (await client.GetAsync($"{EmulatorClient.Flows}/{flow}")).Properties["state"]!.GetValue<string>();
}
