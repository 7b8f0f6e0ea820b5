using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using PowerConnectors.Runtime.Tests.Doubles;
using PowerConnectors.Testing;

namespace PowerConnectors.Runtime.Tests.Telemetry;

[Collection(TelemetryTestGroup.Name)]
public sealed class MetricTests
{
    // All clients of a process share the meter, and a call that another test has left may end while this one runs.
    private const string Connector = "Metered";

    private static readonly ConnectorLimit s_limit = new(1, TimeSpan.FromSeconds(60));

    private readonly SteppingTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_duration_of_an_operation_holds_its_attempts_and_waits()
    {
        using MetricCollector<double> durations = Collect<double>("powerconnectors.operation.duration");
        using MetricCollector<double> waits = Collect<double>("powerconnectors.throttle.wait.duration");
        using MetricCollector<long> retries = Collect<long>("powerconnectors.retries");
        using MetricCollector<long> pauses = Collect<long>("powerconnectors.throttle.pauses");
        using ScriptedHandler network = new(number => number == 1 ? Failures.Next("429, text") : ScriptedHandler.Answer(200));
        using OrdersClient client = Client(network);

        await _time.RunAsync(client.GetOrderAsync("7", Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetOrderAsync("7", new CancellationToken(canceled: true)));

        Assert.Equal(
            [
                "60 http.response.status_code=200 powerconnectors.connector=Metered powerconnectors.operation=GetOrder",
                "0 error.type=System.OperationCanceledException powerconnectors.connector=Metered powerconnectors.operation=GetOrder",
            ],
            Texts(durations)
        );
        Assert.Equal(
            ["53 powerconnectors.connector=Metered powerconnectors.operation=GetOrder powerconnectors.wait.reason=limit"],
            Texts(waits)
        );
        Assert.Equal(["1 error.type=429 powerconnectors.connector=Metered powerconnectors.operation=GetOrder"], Texts(retries));
        Assert.Equal(
            ["1 http.response.status_code=429 powerconnectors.connector=Metered powerconnectors.operation=GetOrder"],
            Texts(pauses)
        );
    }

    [Fact]
    public async Task A_pause_that_changes_nothing_is_not_counted_again()
    {
        using MetricCollector<long> pauses = Collect<long>("powerconnectors.throttle.pauses");
        TaskCompletionSource both = new();
        int sent = 0;
        using AsyncHandler network = new(async () =>
        {
            int number = Interlocked.Increment(ref sent);
            if (number == 2)
            {
                both.SetResult();
            }

            await both.Task;
            return number <= 2 ? Failures.Next("429, text") : ScriptedHandler.Answer(200);
        });
        using HttpClient http = new(network);
        ConnectorClientOptions options = new()
        {
            HttpClient = http,
            TimeProvider = _time,
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            ThrottleRegistry = new(),
        };
        using OrdersClient client = new(new Uri("https://host.example/apim/orders"), "conn", new FakeCredential(), options, Connector);

        Task[] calls = [client.GetOrderAsync("7", Token), client.GetOrderAsync("7", Token)];
        await _time.SomebodyWaitsAsync();
        await _time.SomebodyWaitsAsync();
        _time.Advance(TimeSpan.FromSeconds(7));
        await Task.WhenAll(calls);

        Assert.Single(Texts(pauses));
    }

    [Fact]
    public async Task Budgets_are_told_as_long_as_somebody_uses_them_or_calls_count()
    {
        using MetricCollector<long> remaining = Collect<long>("powerconnectors.throttle.remaining");
        using MetricCollector<long> waiting = Collect<long>("powerconnectors.throttle.waiting");
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200));
        using HttpClient http = new(network);
        ConnectorThrottleRegistry registry = new();
        ConnectorClientOptions options = new()
        {
            HttpClient = http,
            TimeProvider = _time,
            ThrottleRegistry = registry,
            Limits = [s_limit],
        };

        // A host of its own: registries of other tests may still be there.
        OrdersClient client = new(new Uri("https://budgets.example/apim/orders"), "conn", new FakeCredential(), options);
        const string Tags =
            "powerconnectors.connection.id=conn powerconnectors.endpoint=https://budgets.example/apim/orders powerconnectors.limit=1 calls in 60 s";

        Assert.Equal([$"1 {Tags}"], Observe(remaining));
        await client.GetOrderAsync("7", Token);
        Task waits = client.GetOrderAsync("7", Token);
        Assert.Equal([$"0 {Tags}"], Observe(remaining));
        Assert.Equal([$"1 {Tags}"], Observe(waiting));
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waits);

        Assert.Equal([$"0 {Tags}"], Observe(remaining));
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Empty(Observe(remaining));
        Assert.Empty(Observe(waiting));
        GC.KeepAlive(registry);

        IEnumerable<string> Observe(MetricCollector<long> collector)
        {
            collector.Clear();
            collector.RecordObservableInstruments();
            return Texts(collector).Where(static text => text.Contains("budgets.example", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_OpenTelemetry_SDK_exports_them_with_the_boundaries_that_they_advise()
    {
        List<Metric> exported = [];
        using MeterProvider provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(ConnectorTelemetry.MeterName)
            .AddInMemoryExporter(exported)
            .Build();
        using ScriptedHandler network = new(number => number == 1 ? Failures.Next("429, text") : ScriptedHandler.Answer(200));
        using OrdersClient client = Client(network);
        Task[] calls = [client.GetOrderAsync("7", Token), client.GetOrderAsync("7", Token)];
        await _time.RunAsync(Task.WhenAll(calls));

        provider.ForceFlush();

        Assert.Equal(
            [
                ("powerconnectors.operation.duration", "s"),
                ("powerconnectors.retries", "{retry}"),
                ("powerconnectors.throttle.pauses", "{pause}"),
                ("powerconnectors.throttle.remaining", "{call}"),
                ("powerconnectors.throttle.wait.duration", "s"),
                ("powerconnectors.throttle.waiting", "{call}"),
            ],
            exported.Select(static metric => (metric.Name, metric.Unit)).OrderBy(static metric => metric.Name, StringComparer.Ordinal)
        );
        string page = await File.ReadAllTextAsync(Repository.PathOf("docs/telemetry.md"), Token);
        Assert.All(exported, metric => Assert.Contains($"| `{metric.Name}` |", page, StringComparison.Ordinal));
        Metric duration = exported.Single(static metric => metric.Name == "powerconnectors.operation.duration");
        Assert.Equal("0.1.0", duration.MeterVersion);
        List<double> bounds = [];
        foreach (MetricPoint point in duration.GetMetricPoints())
        {
            foreach (HistogramBucket bucket in point.GetHistogramBuckets())
            {
                bounds.Add(bucket.ExplicitBound);
            }
        }

        Assert.Contains(3600, bounds);
    }

    private static MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(meterScope: null, ConnectorTelemetry.MeterName, instrument);

    private static IEnumerable<string> Texts<T>(MetricCollector<T> collector)
        where T : struct =>
        collector
            .GetMeasurementSnapshot()
            .Where(static measurement => !measurement.Tags.TryGetValue("powerconnectors.connector", out object? name) || name is Connector)
            .Select(static measurement =>
                FormattableString.Invariant(
                    $"{measurement.Value} {string.Join(' ', measurement.Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}"))}"
                )
            );

    private OrdersClient Client(ScriptedHandler network) =>
        network.CreateClient(new() { TimeProvider = _time, Limits = [s_limit] }, name: Connector);

    private sealed class AsyncHandler(Func<Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer();
    }
}
