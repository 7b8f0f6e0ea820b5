using System.Net;
using System.Runtime.CompilerServices;
using PowerConnectors.Http;
using PowerConnectors.Json;
using PowerConnectors.Runtime.Tests.Doubles;
using PowerConnectors.Telemetry;

namespace PowerConnectors.Runtime.Tests.Telemetry;

/// <summary>What telemetry costs where nobody listens.</summary>
[Collection(TelemetryTestGroup.Name)]
public sealed class SilenceTests
{
    [Fact]
    public void A_call_that_nobody_listens_to_allocates_nothing_for_telemetry()
    {
        ClientTelemetry telemetry = ClientSettings.From(new(), new ConnectorDescription("Orders", "1.0"), []).Telemetry;
        ConnectorRequest request = new("GetOrder", HttpMethod.Get, isRepeatable: true, "/apim", WritePurpose.Request);
        ConnectorCall call = new(request, new Uri("https://host.example/apim"));
        using HttpResponseMessage message = new(HttpStatusCode.OK);
        using PooledBody body = new();
        using ReceivedAnswer answer = new(message, call.ClientRequestId, body);
        ConnectorLimit limit = new(1, TimeSpan.FromSeconds(60));

        Report();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Report();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Report()
        {
            using OperationScope operation = telemetry.Begin(call);
            Assert.False(telemetry.AnnouncesWaits);
            telemetry.WaitsForLimit(call, limit, limit.Window);
            telemetry.WaitsForPause(call, limit.Window);
            telemetry.Waited(call, WaitReasons.Limit, 0);
            telemetry.Paused(call, 429, limit.Window);
            telemetry.Retrying(call, "429", limit.Window);
            operation.Completed(answer);
        }
    }

    [Fact]
    public void Reporting_budgets_keeps_nothing_alive()
    {
        WeakReference registry = UseOnce();

        for (int i = 0; i < 10 && registry.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(registry.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseOnce()
    {
        ConnectorThrottleRegistry registry = new();
        new OrdersClient(
            new Uri("https://host.example/apim/orders"),
            "conn",
            new FakeCredential(),
            new() { ThrottleRegistry = registry, Limits = [new ConnectorLimit(1, TimeSpan.FromSeconds(60))] }
        ).Dispose();
        return new WeakReference(registry);
    }
}
