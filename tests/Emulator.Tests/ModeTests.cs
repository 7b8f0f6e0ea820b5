using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class ModeTests
{
    private const string HttpFlow = $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}";

    [Fact]
    public async Task Undeclared_members_are_refused_where_asked_for()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { RefuseUndeclaredMembers = true });
        var body = FlowBodies.New();
        Assert.Equal(200, (await client.PostAsync(EmulatorClient.Flows, body)).Status);
        body["properties"]!["plan"] = "NotSpecified";

        var answer = await client.PostAsync(EmulatorClient.Flows, body);

        answer.ShouldFail(400, "InvalidRequest");
        Assert.Contains("'$.properties.plan'", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undeclared_members_of_a_free_form_object_are_never_refused()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { RefuseUndeclaredMembers = true });
        var body = FlowBodies.New();
        body["properties"]!["definition"]!["anything"] = true;

        Assert.Equal(200, (await client.PostAsync(EmulatorClient.Flows, body)).Status);
    }

    [Fact]
    public async Task Foreign_next_links_have_the_right_path_and_query()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { ForeignNextLinks = true });

        var next = new Uri((await client.GetAsync(EmulatorClient.Flows)).Json["nextLink"]!.GetValue<string>());

        Assert.NotEqual(client.Emulator.Endpoint.Authority, next.Authority);
        Assert.Equal(250, (await client.GetAsync(next.PathAndQuery)).Json["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task References_come_in_the_other_shape()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { OtherReferenceShape = true });

        var listed = (await client.GetAsync(EmulatorClient.Flows)).Json["value"]![0]!["properties"]!["connectionReferences"];
        var one = (await client.GetAsync(HttpFlow)).Properties["connectionReferences"];
        var created = await client.PostAsync(EmulatorClient.Flows, FlowBodies.New(references: [FlowBodies.Reference("shared_sql")]));

        Assert.Single(listed!.AsArray());
        Assert.NotNull(one!["shared_sql"]);
        Assert.Single(created.Properties["connectionReferences"]!.AsArray());
    }

    [Fact]
    public async Task Required_members_are_left_out_and_the_rest_stays()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { OmitRequiredMembers = true });

        var flow = (await client.GetAsync(HttpFlow)).Properties;
        var callback = await client.PostAsync($"{HttpFlow}/triggers/manual/listCallbackUrl");

        Assert.False(flow.ContainsKey("displayName"));
        Assert.False(flow.ContainsKey("definition"));
        Assert.False(flow["connectionReferences"]![0]!.AsObject().ContainsKey("id"));
        Assert.False(flow["creator"]!.AsObject().ContainsKey("userId"));
        Assert.True(flow.ContainsKey("createdTime"));
        Assert.False(callback.Json["response"]!.AsObject().ContainsKey("value"));
        var kept = client.Emulator.State.FlowProperties(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow)!;
        Assert.True(kept.ContainsKey("displayName"));
    }

    [Fact]
    public async Task A_callback_address_comes_bare()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { BareCallbackUrl = true });

        var answer = await client.PostAsync($"{HttpFlow}/triggers/manual/listCallbackUrl");

        Assert.StartsWith("https://", answer.Json["value"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
