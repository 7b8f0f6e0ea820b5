using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.RoundTrips;

/// <summary>GetFlow, then UpdateFlow with what was read: the service must end up with what it had.</summary>
public class UpdateTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    public static TheoryData<string, bool, bool> FlowsAndModes
    {
        get
        {
            TheoryData<string, bool, bool> data = [];
            foreach (
                string flow in new[]
                {
                    EmulatorSeed.HttpFlow,
                    EmulatorSeed.ButtonFlow,
                    EmulatorSeed.SuspendedFlow,
                    EmulatorSeed.AbsentReferencesFlow,
                    EmulatorSeed.NullReferencesFlow,
                }
            )
            {
                data.Add(flow, false, false);
                data.Add(flow, true, false);
                data.Add(flow, false, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FlowsAndModes))]
    public async Task Nothing_is_lost(string flowName, bool otherShape, bool foreignLinks)
    {
        EmulatorOptions modes = new() { OtherReferenceShape = otherShape, ForeignNextLinks = foreignLinks };
        await using EmulatedService service = await EmulatedService.StartAsync(modes);
        JsonElement before = await service.GetJsonAsync(Path(flowName));

        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(Environment, flowName, EmulatedService.Cancellation);
        await service.Client.UpdateFlowAsync(Environment, flowName, flow, EmulatedService.Cancellation);

        Lossless.AssertEqual(FlowParts.WithoutReadOnly(before), service.SentBody("UpdateFlow"));
        JsonElement after = await service.GetJsonAsync(Path(flowName));
        Lossless.AssertEqual(FlowParts.WithoutTraces(before), FlowParts.WithoutTraces(after));
    }

    [Fact]
    public async Task What_a_stranger_wrote_survives()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        const string Odd = """
            {"properties":{"displayName":"\u00e9\ud83d\ude00\u2028<","definition":{"big":1e400,"exact":0.10000000000000000001,"z":-0.0,"e":1E+2},
            "state":"SomethingNew","contoso":{"n":123456789012345678901234567890,"when":"2024-02-29T23:59:59.9999999Z","nothing":null,"\u0061b":[[],{}]}}}
            """;
        await service.PatchJsonAsync(Path(EmulatorSeed.HttpFlow), Odd);
        JsonElement before = await service.GetJsonAsync(Path(EmulatorSeed.HttpFlow));

        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );
        using PowerAutomateManagementClient other = service.CreateClient(null);
        await other.UpdateFlowAsync(Environment, EmulatorSeed.HttpFlow, flow, EmulatedService.Cancellation);

        JsonElement sent = JsonElement.Parse(service.Sent("UpdateFlow")[^1].Body);
        Lossless.AssertEqual(FlowParts.WithoutReadOnly(before), sent);
        Assert.Equal("1e400", sent.GetProperty("properties").GetProperty("definition").GetProperty("big").GetRawText());
        Assert.Equal("SomethingNew", flow.Properties.State.ToString());
    }

    [Fact]
    public async Task Undeclared_members_are_refused_where_the_service_does_not_take_them()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(new EmulatorOptions { RefuseUndeclaredMembers = true });
        FlowWithConnectionReferences flow = await GetAsync(service);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.UpdateFlowAsync(Environment, EmulatorSeed.HttpFlow, flow, EmulatedService.Cancellation)
        );

        Assert.Equal(400, exception.Status);
    }

    [Fact]
    public async Task Undeclared_members_stay_out_where_the_client_does_not_send_them()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(
            new EmulatorOptions { RefuseUndeclaredMembers = true },
            new ConnectorClientOptions { SendUndeclaredMembers = false }
        );
        JsonElement before = await service.GetJsonAsync(Path(EmulatorSeed.HttpFlow));
        FlowWithConnectionReferences flow = await GetAsync(service);

        await service.Client.UpdateFlowAsync(Environment, EmulatorSeed.HttpFlow, flow, EmulatedService.Cancellation);

        Lossless.AssertEqual(FlowParts.DeclaredOnly(before), service.SentBody("UpdateFlow"));
        Assert.NotEmpty(flow.Properties.Json.Names);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Undeclared_members_stay_out_of_one_call(bool otherShape)
    {
        EmulatorOptions modes = new() { RefuseUndeclaredMembers = true, OtherReferenceShape = otherShape };
        await using EmulatedService service = await EmulatedService.StartAsync(modes);
        JsonElement before = await service.GetJsonAsync(Path(EmulatorSeed.HttpFlow));
        FlowWithConnectionReferences flow = await GetAsync(service);

        await service.Client.UpdateFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            flow.WithoutUndeclaredMembers(),
            EmulatedService.Cancellation
        );

        Lossless.AssertEqual(FlowParts.DeclaredOnly(before), service.SentBody("UpdateFlow"));
        Assert.NotEmpty(flow.Json.Names);
        Assert.NotEmpty(flow.Properties.ConnectionReferences![0].Json.Names);
    }

    [Fact]
    public async Task A_null_that_was_read_or_set_is_sent()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.NullReferencesFlow,
            EmulatedService.Cancellation
        );
        Assert.True(flow.Properties.Json.IsNull("connectionReferences"));
        Assert.True(flow.Properties.Json.IsNull("definitionSummary"));
        Assert.True(flow.Properties.Json.IsNull("flowSuspensionReasonDetails"));
        flow.Properties.Json.SetNull("plan");

        await service.Client.UpdateFlowAsync(Environment, EmulatorSeed.NullReferencesFlow, flow, EmulatedService.Cancellation);

        JsonElement sent = service.SentBody("UpdateFlow").GetProperty("properties");
        Assert.Equal(JsonValueKind.Null, sent.GetProperty("connectionReferences").ValueKind);
        Assert.Equal(JsonValueKind.Null, sent.GetProperty("flowSuspensionReasonDetails").ValueKind);
        Assert.Equal(JsonValueKind.Null, sent.GetProperty("plan").ValueKind);
        Assert.False(sent.TryGetProperty("definitionSummary", out _));
    }

    private static string Path(string flowName) => $"environments/{Environment}/flows/{flowName}";

    private static async Task<FlowWithConnectionReferences> GetAsync(EmulatedService service) =>
        await service.Client.GetFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);
}
