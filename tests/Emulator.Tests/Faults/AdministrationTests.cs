using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Faults;

namespace PowerConnectors.Emulator.Tests.Faults;

/// <summary>The emulator as those in another process see it.</summary>
public sealed class AdministrationTests
{
    private const string Script = """{ "rules": [ { "name": "down", "every": 2, "fault": { "kind": "status", "status": 503 } } ] }""";

    [Fact]
    public async Task A_script_can_be_put_looked_at_and_taken_away()
    {
        await using var client = await EmulatorClient.StartAsync();

        var put = await PutAsync(client, Script);
        var got = await client.GetAsync(Address(client, "faults"));
        var statuses = new[] { (await client.GetAsync("environments")).Status, (await client.GetAsync("environments")).Status };
        var deleted = await client.DeleteAsync(Address(client, "faults"));

        put.ShouldBeEmpty(204);
        Assert.Equal("down", got.Json["rules"]![0]!["name"]!.GetValue<string>());
        Assert.Equal([200, 503], statuses);
        deleted.ShouldBeEmpty(204);
        Assert.Empty(client.Emulator.Faults.Rules);
    }

    [Fact]
    public async Task A_wrong_script_is_refused_and_the_one_before_stays()
    {
        await using var client = await EmulatorClient.StartAsync();
        await PutAsync(client, Script);

        var refused = await PutAsync(client, """{ "rules": [ { "fault": { "kind": "status", "status": 1 } } ] }""");

        Assert.Equal(400, refused.Status);
        Assert.Contains("$.rules[0].fault.status", refused.Json["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("down", Assert.Single(client.Emulator.Faults.Rules).Name);
    }

    [Fact]
    public async Task Anything_else_there_is_not_found()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.GetAsync(Address(client, "nope"))).ShouldBeEmpty(404);
        Assert.Empty(client.Emulator.Requests);
    }

    [Fact]
    public async Task It_tells_what_came_of_the_requests()
    {
        await using var client = await EmulatorClient.StartAsync(
            new EmulatorOptions { Faults = FaultScript.Parse(Script), Limits = [new EmulatorLimit(2, TimeSpan.FromHours(1))] }
        );
        await client.PostAsync(EmulatorClient.Flows, FlowBodies.New("Ü"));
        await client.GetAsync("environments");
        await client.GetAsync("environments");
        await client.GetAsync("nope");

        var statistics = await client.GetAsync(Address(client, "statistics"));
        var requests = await client.GetAsync(Address(client, "requests?skip=1&top=2"));
        var first = (await client.GetAsync(Address(client, "requests"))).Json["value"]![0]!;

        Assert.Equal(
            """{"requests":4,"carriedOut":2,"turnedAway":1,"faults":{"down":1},"rules":[{"name":"down","seen":3,"happened":1}]}""",
            statistics.Body
        );
        Assert.Equal(["down", null], requests.Json["value"]!.AsArray().Select(request => request!["fault"]?.GetValue<string>()));
        Assert.Equal(["503", "200"], requests.Json["value"]!.AsArray().Select(request => request!["status"]!.ToString()));
        Assert.Equal(("CreateFlow", true), (first["operationId"]!.GetValue<string>(), first["carriedOut"]!.GetValue<bool>()));
        Assert.Equal("Ü", JsonNode.Parse(first["body"]!.GetValue<string>())!["properties"]!["displayName"]!.GetValue<string>());
    }

    private static Task<EmulatorAnswer> PutAsync(EmulatorClient client, string script) =>
        client.SendAsync(HttpMethod.Put, Address(client, "faults"), JsonNode.Parse(script));

    private static string Address(EmulatorClient client, string path) => new Uri(client.Emulator.Administration, path).ToString();
}
