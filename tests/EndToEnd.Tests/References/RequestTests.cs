using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.References;

/// <summary>Aliases that the service would lose or guess are refused before anything is sent.</summary>
public class RequestTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    private static readonly EmulatorOptions s_otherShape = new() { OtherReferenceShape = true };

    [Theory]
    [InlineData(EmulatorSeed.TwoSqlFlow, "shared_sql_1, shared_sql")]
    [InlineData(EmulatorSeed.RenamedAliasFlow, "shared_office365_1")]
    public async Task Aliases_that_would_be_lost_are_listed(string flowName, string aliases)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(s_otherShape);
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(Environment, flowName, EmulatedService.Cancellation);

        await AssertRefusedAsync(service, flowName, flow, aliases);
        await AssertRefusedAsync(service, flowName, flow.WithoutUndeclaredMembers(), aliases);
    }

    [Fact]
    public async Task Two_references_to_one_connector_are_refused_without_aliases_too()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.TwoSqlFlow,
            EmulatedService.Cancellation
        );
        Assert.All(flow.Properties.ConnectionReferences!, reference => Assert.Null(reference.Alias));

        await AssertRefusedAsync(service, EmulatorSeed.TwoSqlFlow, flow, "shared_sql");
    }

    [Fact]
    public async Task An_alias_of_another_flow_is_not_lost_on_the_way()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        FlowWithConnectionReferences flow = Bodies.Flow([Bodies.Reference("shared_sql", alias: "shared_sql_1")]);

        await AssertRefusedAsync(service, EmulatorSeed.HttpFlow, flow, "shared_sql_1");
        await AssertRefusedAsync(service, EmulatorSeed.HttpFlow, flow.WithoutUndeclaredMembers(), "shared_sql_1");
    }

    /// <summary>An array says nothing of an alias that is not its element's own, so here it is the service that notices, and changes nothing.</summary>
    [Fact]
    public async Task An_alias_that_the_service_did_not_send_is_for_the_service_to_miss()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        const string FlowName = EmulatorSeed.RenamedAliasFlow;
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(Environment, FlowName, EmulatedService.Cancellation);
        string before = References(service, FlowName);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.UpdateFlowAsync(Environment, FlowName, flow, EmulatedService.Cancellation)
        );

        Assert.Equal(400, exception.Status);
        Assert.Equal("InvalidOpenApiFlow", exception.ErrorCode);
        Assert.Equal(before, References(service, FlowName));
    }

    [Theory]
    [InlineData(EmulatorSeed.TwoSqlFlow, false)]
    [InlineData(EmulatorSeed.TwoSqlFlow, true)]
    [InlineData(EmulatorSeed.RenamedAliasFlow, false)]
    [InlineData(EmulatorSeed.RenamedAliasFlow, true)]
    public async Task Without_references_the_rest_is_updated(string flowName, bool otherShape)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(otherShape ? s_otherShape : null);
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(Environment, flowName, EmulatedService.Cancellation);
        string before = References(service, flowName);

        flow.Properties.ConnectionReferences = null;
        flow.Properties.DisplayName = "Renamed";
        await service.Client.UpdateFlowAsync(Environment, flowName, flow, EmulatedService.Cancellation);

        JsonElement sent = service.SentBody("UpdateFlow").GetProperty("properties");
        Assert.False(sent.TryGetProperty("connectionReferences", out _));
        Assert.Equal(before, References(service, flowName));
        Assert.Equal("Renamed", service.Emulator.State.FlowProperties(Environment, flowName)!["displayName"]!.GetValue<string>());
    }

    [Fact]
    public async Task Derivable_aliases_are_sent_as_an_array_without_them()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(s_otherShape);
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );
        Assert.Equal("shared_sql", Assert.Single(flow.Properties.ConnectionReferences!).Alias);

        await service.Client.UpdateFlowAsync(Environment, EmulatorSeed.HttpFlow, flow, EmulatedService.Cancellation);

        string body = Assert.Single(service.Sent("UpdateFlow")).Body;
        JsonElement references = JsonElement.Parse(body).GetProperty("properties").GetProperty("connectionReferences");
        Assert.Equal(JsonValueKind.Array, references.ValueKind);
        Assert.DoesNotContain("alias", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Null_and_absent_are_told_apart()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        FlowWithConnectionReferences none = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.NullReferencesFlow,
            EmulatedService.Cancellation
        );
        FlowWithConnectionReferences absent = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.AbsentReferencesFlow,
            EmulatedService.Cancellation
        );

        Assert.Null(none.Properties.ConnectionReferences);
        Assert.Null(absent.Properties.ConnectionReferences);
        Assert.True(none.Properties.Json.IsNull("connectionReferences"));
        Assert.False(absent.Properties.Json.IsNull("connectionReferences"));
        Assert.Null(none.Properties.DefinitionSummary);
        Assert.Empty(absent.Properties.DefinitionSummary!.Triggers!);
    }

    private static string References(EmulatedService service, string flowName) =>
        service.Emulator.State.FlowProperties(Environment, flowName)!["connectionReferences"]!.ToJsonString();

    private static async Task AssertRefusedAsync(
        EmulatedService service,
        string flowName,
        FlowWithConnectionReferences flow,
        string aliases
    )
    {
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.UpdateFlowAsync(Environment, flowName, flow, EmulatedService.Cancellation)
        );
        Assert.Contains(" $.properties.connectionReferences,", exception.Message, StringComparison.Ordinal);
        Assert.Contains($": {aliases}.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("flow", exception.ParamName);
        Assert.Empty(service.Sent("UpdateFlow"));
    }
}
