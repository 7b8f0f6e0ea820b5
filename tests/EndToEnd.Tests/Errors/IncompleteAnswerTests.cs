using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Errors;

/// <summary>A service that leaves out what its own document requires.</summary>
public class IncompleteAnswerTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    private static readonly EmulatorOptions s_omitting = new() { OmitRequiredMembers = true };

    [Fact]
    public async Task It_is_read_all_the_same()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(s_omitting);

        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );
        List<AdminFlow> flows = await service
            .Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        Assert.Null(flow.Properties.DisplayName);
        Assert.Equal(default, flow.Properties.State);
        Assert.Equal(default, flow.Properties.Definition);
        Assert.Equal(service.Emulator.State.FlowNames(Environment), flows.Select(item => item.Name));
    }

    [Fact]
    public async Task What_was_left_out_is_not_sent_back_but_asked_for()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(s_omitting);
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.UpdateFlowAsync(Environment, EmulatorSeed.HttpFlow, flow, EmulatedService.Cancellation)
        );

        Assert.Contains("$.properties.displayName", exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Sent("UpdateFlow"));
    }

    [Fact]
    public async Task Strict_reading_names_what_is_missing()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(
            s_omitting,
            new ConnectorClientOptions { StrictReading = true }
        );

        ConnectorRequestException one = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.GetFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
        );
        ConnectorRequestException list = await Assert.ThrowsAsync<ConnectorRequestException>(async () =>
            await service.Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation).ToListAsync(EmulatedService.Cancellation)
        );

        Assert.Equal("UnreadableAnswer", one.ErrorCode);
        Assert.Contains("$.properties", one.Message, StringComparison.Ordinal);
        Assert.Contains("$.value[0].properties", list.Message, StringComparison.Ordinal);
        Assert.Contains("is missing", list.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strict_reading_accepts_a_complete_answer()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(client: new ConnectorClientOptions { StrictReading = true });

        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );

        Assert.Equal("Receive order", flow.Properties.DisplayName);
    }
}
