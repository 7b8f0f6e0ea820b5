using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Limits;

/// <summary>Many callers at once against a service that counts: everything is carried out, once, and nobody hears of a limit.</summary>
public class ManyCallersTests(ITestOutputHelper output)
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;
    private const int Callers = 64;

    [Theory]
    [InlineData(10_000, 700, 200, true, false)]
    [InlineData(600, 200, 200, false, true)]
    public async Task Every_call_is_carried_out_once_and_nobody_is_turned_away(
        int calls,
        int callsPerSecond,
        int writesPerSecond,
        bool isKnownToTheClient,
        bool omitRetryAfter
    )
    {
        TimeSpan second = TimeSpan.FromSeconds(1);
        await using EmulatedService service = await EmulatedService.StartAsync(
            new EmulatorOptions
            {
                Limits = [new EmulatorLimit(callsPerSecond, second), new EmulatorLimit(writesPerSecond, second, ExceptReads: true)],
                OmitRetryAfter = omitRetryAfter,
            },
            new ConnectorClientOptions
            {
                Limits = isKnownToTheClient
                    ? [new ConnectorLimit(callsPerSecond, second), new ConnectorLimit(writesPerSecond, second) { ExceptMethods = ["GET"] }]
                    : [],
            }
        );

        using MetricCollector<double> waits = new(meterScope: null, ConnectorTelemetry.MeterName, "powerconnectors.throttle.wait.duration");
        long start = Stopwatch.GetTimestamp();
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(CallAsync, EmulatedService.Cancellation)));
        TimeSpan passed = Stopwatch.GetElapsedTime(start);

        int turnedAway = service.Emulator.TurnedAway;
        output.WriteLine($"{calls} calls in {passed.TotalSeconds:0.0} s; the emulator sent {turnedAway} times 429.");
        Assert.Equal(calls, service.Emulator.Requests.Count(static request => request.CarriedOut));
        Assert.Equal(calls + turnedAway, service.Emulator.Requests.Count);
        Assert.True(isKnownToTheClient ? passed >= second * ((calls - 1) / callsPerSecond) : turnedAway > 0, "The limits had no effect.");

        if (isKnownToTheClient)
        {
            // Some are turned away at the seams of the service's windows, whose clock is not the client's. It is the client that keeps the limits: without its own waiting nobody
            // would wait for a limit. How many do depends on the machine; a slow one does not come near the limits.
            int waitedForLimit = waits
                .GetMeasurementSnapshot()
                .Count(static wait => "limit".Equals(wait.Tags["powerconnectors.wait.reason"]));
            output.WriteLine($"{waitedForLimit} waited for a limit.");
            Assert.True(turnedAway <= waitedForLimit, $"{turnedAway} were turned away, and {waitedForLimit} waited.");
        }

        List<string> created =
        [
            .. service
                .Emulator.State.FlowNames(Environment)
                .Select(name => service.Emulator.State.FlowProperties(Environment, name)!["displayName"]!.GetValue<string>())
                .Where(static name => name.StartsWith("call ", StringComparison.Ordinal)),
        ];
        Assert.Equal(
            Enumerable.Range(0, calls).Where(static number => number % 4 == 0).Select(static number => $"call {number}").Order(),
            created.Order()
        );

        async Task CallAsync()
        {
            for (int number = Interlocked.Increment(ref next) - 1; number < calls; number = Interlocked.Increment(ref next) - 1)
            {
                if (number % 4 == 0)
                {
                    FlowWithConnectionReferences flow = Bodies.Flow();
                    flow.Properties.DisplayName = $"call {number}";
                    await service.Client.CreateFlowAsync(Environment, flow, EmulatedService.Cancellation);
                }
                else
                {
                    await service.Client.GetFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);
                }
            }
        }
    }
}
