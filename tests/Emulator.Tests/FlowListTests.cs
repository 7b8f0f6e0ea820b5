using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class FlowListTests
{
    [Fact]
    public async Task All_flows_come_in_three_pages()
    {
        await using var client = await EmulatorClient.StartAsync();

        var pages = await client.PagesAsync(EmulatorClient.Flows);

        Assert.Equal([250, 250, 120], pages.Select(page => page.Count));
        var names = pages.SelectMany(page => page).Select(flow => flow!["name"]!.GetValue<string>());
        Assert.Equal(client.Emulator.State.FlowNames(EmulatorSeed.DefaultEnvironment), names);
    }

    [Theory]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(20, 10, 2)]
    public async Task The_last_page_has_no_next_link(int flows, int pageSize, int pages)
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { FlowCount = flows, PageSize = pageSize });

        Assert.Equal(pages, (await client.PagesAsync(EmulatorClient.Flows)).Count);
    }

    [Fact]
    public async Task Top_makes_pages_smaller_and_stays_in_the_next_link()
    {
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { FlowCount = 25 });

        var pages = await client.PagesAsync($"{EmulatorClient.AdminFlowsV2}?$top=10&includeSoftDeletedFlows=true");

        Assert.Equal([10, 10, 10], pages.Select(page => page.Count));
    }

    [Fact]
    public async Task A_list_has_references_by_alias_and_no_definitions()
    {
        await using var client = await EmulatorClient.StartAsync();

        var flows = (await client.GetAsync(EmulatorClient.Flows)).Json["value"]!.AsArray();

        var twoSql = flows.Single(flow => flow!["name"]!.GetValue<string>() == EmulatorSeed.TwoSqlFlow)!["properties"]!.AsObject();
        Assert.Equal(["shared_sql", "shared_sql_1"], twoSql["connectionReferences"]!.AsObject().Select(reference => reference.Key));
        Assert.All(flows, flow => Assert.False(flow!["properties"]!.AsObject().ContainsKey("definition")));
    }

    [Fact]
    public async Task Absent_null_and_empty_all_appear()
    {
        await using var client = await EmulatorClient.StartAsync();

        var absent = (await client.GetAsync($"{EmulatorClient.Flows}/{EmulatorSeed.AbsentReferencesFlow}")).Properties;
        var none = (await client.GetAsync($"{EmulatorClient.Flows}/{EmulatorSeed.NullReferencesFlow}")).Properties;

        Assert.False(absent.ContainsKey("connectionReferences"));
        Assert.Empty(absent["definitionSummary"]!["actions"]!.AsArray());
        Assert.True(none.TryGetPropertyValue("connectionReferences", out var references) && references is null);
        Assert.True(none.TryGetPropertyValue("templateName", out var template) && template is null);
    }

    [Fact]
    public async Task Times_have_seven_fractional_digits_or_none()
    {
        await using var client = await EmulatorClient.StartAsync();

        var flows = (await client.GetAsync(EmulatorClient.Flows)).Json["value"]!.AsArray();

        var times = flows.Select(flow => flow!["properties"]!["createdTime"]!.GetValue<string>()).ToList();
        Assert.All(times, time => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{7})?Z$", time));
        Assert.Equal(2, times.Select(time => time.Length).Distinct().Count());
    }

    [Fact]
    public async Task A_token_that_is_not_the_services_is_refused()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.GetAsync($"{EmulatorClient.Flows}?$skiptoken=250")).ShouldFail(400, "InvalidRequest");
    }
}
