using PowerConnectors.Benchmarks.Calls;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Json;
using PowerConnectors.Benchmarks.Lists;
using PowerConnectors.Benchmarks.Throttle;

namespace PowerConnectors.Benchmarks.Tests;

/// <summary>What is compared does the same work. How fast is for the program to say, not for tests.</summary>
public sealed class ContenderTests
{
    [Fact]
    public Task Json_is_read_and_written_without_loss() => CheckAsync(new JsonSuite());

    [Fact]
    public Task Calls_give_the_flow_that_was_sent() => CheckAsync(new CallSuite());

    [Fact]
    public Task Lists_give_every_flow() => CheckAsync(new ListSuite());

    [Fact]
    public Task Limits_hold_while_they_are_measured() => CheckAsync(new ThrottleSuite());

    private static async Task CheckAsync(Suite suite)
    {
        await BodyMaker.MakeAsync();
        await suite.CheckAsync(TestContext.Current.CancellationToken);
    }
}
