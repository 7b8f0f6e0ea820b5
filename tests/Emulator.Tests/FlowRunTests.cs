using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class FlowRunTests
{
    private const string Flow = $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}";

    [Fact]
    public async Task A_running_run_is_cancelled()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.PostAsync($"{Flow}/runs/{EmulatorSeed.RunningRun}/cancel")).ShouldBeEmpty(202);

        Assert.Equal("Cancelled", Runs(client)[EmulatorSeed.RunningRun]);
    }

    [Fact]
    public async Task A_run_that_has_ended_stays_as_it_is()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.PostAsync($"{Flow}/runs/{EmulatorSeed.SucceededRun}/cancel")).ShouldBeEmpty(202);

        Assert.Equal("Succeeded", Runs(client)[EmulatorSeed.SucceededRun]);
    }

    [Fact]
    public async Task An_unknown_run_fails_with_an_error_inside_an_error()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.PostAsync($"{Flow}/runs/nope/cancel");

        answer.ShouldFail(404, "AzureResourceManagerRequestFailed");
        var message = answer.ErrorMessage;
        var inner = JsonNode.Parse(message[message.IndexOf('{', StringComparison.Ordinal)..(message.LastIndexOf('}') + 1)]);
        Assert.Equal("WorkflowRunNotFound", inner!["error"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_resubmitted_run_runs_again()
    {
        await using var client = await EmulatorClient.StartAsync();
        Assert.Equal("Failed", Runs(client)[EmulatorSeed.FailedRun]);

        (await client.PostAsync($"{Flow}/triggers/manual/histories/{EmulatorSeed.FailedRun}/resubmit")).ShouldBeEmpty(202);

        Assert.Equal(4, Runs(client).Count);
        Assert.Equal(2, Runs(client).Values.Count(status => status == "Running"));
    }

    [Fact]
    public async Task A_run_of_another_trigger_is_not_resubmitted()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.PostAsync($"{Flow}/triggers/Recurrence/histories/{EmulatorSeed.FailedRun}/resubmit");

        answer.ShouldFail(404, "AzureResourceManagerRequestFailed");
    }

    private static IReadOnlyDictionary<string, string> Runs(EmulatorClient client) =>
        client.Emulator.State.Runs(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow);
}
