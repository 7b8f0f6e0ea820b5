using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class AdminFlowTests
{
    private const string Deleted = $"{EmulatorClient.AdminFlows}/{EmulatorSeed.SoftDeletedFlow}";

    [Theory]
    [InlineData(EmulatorClient.AdminFlows)]
    [InlineData(EmulatorClient.AdminFlowsV2)]
    public async Task Deleted_flows_are_listed_only_when_asked_for(string path)
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { FlowCount = 20 });

        var without = Assert.Single(await client.PagesAsync(path));
        var with = Assert.Single(await client.PagesAsync($"{path}?includeSoftDeletedFlows=true"));

        Assert.Equal(20, without.Count);
        Assert.Equal(25, with.Count);
        Assert.Contains(with, flow => flow!["properties"]!["state"]!.GetValue<string>() == "Deleted");
    }

    [Fact]
    public async Task Suspensions_to_come_are_listed_only_when_asked_for()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { FlowCount = 20 });

        var without = Assert.Single(await client.PagesAsync(EmulatorClient.AdminFlows));
        var with = Assert.Single(await client.PagesAsync($"{EmulatorClient.AdminFlows}?expandSuspensionInfo=true"));

        Assert.DoesNotContain(without, flow => flow!["properties"]!["estimatedSuspensionData"] is not null);
        Assert.Contains(with, flow => flow!["properties"]!["estimatedSuspensionData"] is not null);
    }

    [Fact]
    public async Task The_newer_list_is_brief()
    {
        await using var client = await EmulatorClient.StartAsync();

        var flow = (await client.GetAsync(EmulatorClient.AdminFlowsV2)).Json["value"]![0]!["properties"]!.AsObject();

        Assert.True(flow.ContainsKey("displayName"));
        Assert.False(flow.ContainsKey("connectionReferences"));
        Assert.False(flow.ContainsKey("definitionSummary"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?includeFlowDefinition=false", false)]
    [InlineData("?includeFlowDefinition=true", true)]
    public async Task A_definition_comes_only_when_asked_for(string query, bool expected)
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.GetAsync($"{EmulatorClient.AdminFlows}/{EmulatorSeed.TwoSqlFlow}{query}");

        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, answer.Properties.ContainsKey("definition"));
        Assert.Equal(2, answer.Properties["connectionReferences"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_restored_flow_is_back_and_off()
    {
        await using var client = await EmulatorClient.StartAsync();
        const string Flow = $"{EmulatorClient.Flows}/{EmulatorSeed.SoftDeletedFlow}";
        (await client.GetAsync(Flow)).ShouldFail(404, "FlowNotFound");
        Assert.Equal("Deleted", (await client.GetAsync(Deleted)).Properties["state"]!.GetValue<string>());

        var restored = await client.PostAsync($"{Deleted}/restore");

        Assert.Equal(200, restored.Status);
        Assert.Equal("Stopped", restored.Properties["state"]!.GetValue<string>());
        Assert.Equal(200, (await client.GetAsync(Flow)).Status);
    }

    [Fact]
    public async Task Restoring_an_unknown_flow_fails()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.PostAsync($"{EmulatorClient.AdminFlows}/nope/restore")).ShouldFail(404, "FlowNotFound");
    }
}
