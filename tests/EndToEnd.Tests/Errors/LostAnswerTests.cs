using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Errors;

/// <summary>The service does what it was asked to, and its answer does not arrive: a write is not sent again, and the caller is told.</summary>
public class LostAnswerTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;
    private const string Flow = EmulatorSeed.HttpFlow;

    [Theory]
    [InlineData(ConnectionEnd.Reset, true)]
    [InlineData(ConnectionEnd.Reset, false)]
    [InlineData(ConnectionEnd.Close, true)]
    [InlineData(ConnectionEnd.Close, false)]
    public async Task A_write_without_a_body_is_sent_once(ConnectionEnd how, bool carriedOut)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        int runs = service.Emulator.State.Runs(Environment, Flow).Count;
        service.Emulator.FailNext("ResubmitFlow", new DropFault { How = how, CarriedOut = carriedOut });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.ResubmitFlowAsync(Environment, Flow, "manual", EmulatorSeed.SucceededRun, EmulatedService.Cancellation)
        );

        Assert.Equal(("NoAnswer", true), (exception.ErrorCode, exception.MayHaveBeenCarriedOut));
        Assert.Equal(carriedOut, Assert.Single(service.Emulator.Requests).CarriedOut);
        Assert.Equal(runs + (carriedOut ? 1 : 0), service.Emulator.State.Runs(Environment, Flow).Count);
    }

    [Fact]
    public async Task A_write_with_a_body_whose_answer_breaks_off_is_sent_once()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.FailNext("CreateFlow", new CutFault { How = ConnectionEnd.Close });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.CreateFlowAsync(Environment, Bodies.Flow(), EmulatedService.Cancellation)
        );

        Assert.Equal(("IncompleteAnswer", true), (exception.ErrorCode, exception.MayHaveBeenCarriedOut));
        Assert.True(Assert.Single(service.Emulator.Requests).CarriedOut);
    }
}
