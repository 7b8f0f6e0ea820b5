using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public async Task A_flow_whose_aliases_follow_from_its_connectors_can_be_sent_back()
    {
        await using var client = await EmulatorClient.StartAsync();
        const string Path = $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}";

        var answer = await client.PatchAsync(Path, FlowBodies.SentBack((await client.GetAsync(Path)).Json));

        Assert.Equal(200, answer.Status);
        Assert.Equal("Premium", answer.Properties["connectionReferences"]!["shared_sql"]!["tier"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(EmulatorSeed.TwoSqlFlow, "'shared_sql'")]
    [InlineData(EmulatorSeed.RenamedAliasFlow, "'shared_office365_1'")]
    public async Task A_flow_with_other_aliases_cannot_be_sent_back_as_an_array(string flow, string alias)
    {
        await using var client = await EmulatorClient.StartAsync();
        var path = $"{EmulatorClient.Flows}/{flow}";
        var before = client.Emulator.State.FlowProperties(EmulatorSeed.DefaultEnvironment, flow);

        var answer = await client.PatchAsync(path, FlowBodies.SentBack((await client.GetAsync(path)).Json));

        answer.ShouldFail(400, "InvalidOpenApiFlow");
        Assert.Contains(alias, answer.ErrorMessage, StringComparison.Ordinal);
        var after = client.Emulator.State.FlowProperties(EmulatorSeed.DefaultEnvironment, flow);
        Assert.Equal(before!.ToJsonString(), after!.ToJsonString());
    }

    [Theory]
    [InlineData(EmulatorSeed.TwoSqlFlow)]
    [InlineData(EmulatorSeed.RenamedAliasFlow)]
    public async Task Leaving_the_references_out_keeps_the_aliases(string flow)
    {
        await using var client = await EmulatorClient.StartAsync();
        var path = $"{EmulatorClient.Flows}/{flow}";
        var body = FlowBodies.SentBack((await client.GetAsync(path)).Json);
        body["properties"]!.AsObject().Remove("connectionReferences");

        Assert.Equal(200, (await client.PatchAsync(path, body)).Status);
    }

    [Fact]
    public async Task A_new_flow_cannot_have_two_references_to_one_connector()
    {
        await using var client = await EmulatorClient.StartAsync();
        var body = FlowBodies.New(references: [FlowBodies.Reference("shared_sql"), FlowBodies.Reference("shared_sql")]);

        (await client.PostAsync(EmulatorClient.Flows, body)).ShouldFail(400, "InvalidOpenApiFlow");
    }
}
