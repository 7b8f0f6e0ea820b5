using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Telemetry;

/// <summary>Spans as the OpenTelemetry SDK exports them.</summary>
[Collection(TelemetryTestGroup.Name)]
public sealed class SpanTests : IDisposable
{
    private readonly ActivitySource _source = new("Caller");
    private readonly List<Activity> _exported = [];
    private readonly TracerProvider _provider;
    private readonly SteppingTime _time = new();

    public SpanTests() =>
        _provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(_source.Name, ConnectorTelemetry.ActivitySourceName)
            .AddHttpClientInstrumentation()
            .AddInMemoryExporter(_exported)
            .Build();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _provider.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task An_operation_stands_between_its_caller_and_its_HTTP_request()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers["x-ms-request-id"] = "r-1";
            return TestServer.AnswerAsync(context, """{"name":"pears"}""");
        });
        using OrdersClient client = server.CreateClient();

        Activity caller;
        using (caller = _source.StartActivity("caller")!)
        {
            await client.GetOrderAsync("7", Token);
            Assert.Same(caller, Activity.Current);
        }

        Activity operation = Assert.Single(Operations());
        Activity request = Assert.Single(Requests());
        Assert.Equal("Orders.GetOrder", operation.DisplayName);
        Assert.Equal(ActivityKind.Internal, operation.Kind);
        Assert.Equal(ActivityStatusCode.Unset, operation.Status);
        Assert.Equal(caller.SpanId, operation.ParentSpanId);
        Assert.Equal(operation.SpanId, request.ParentSpanId);
        Assert.Equal("0.1.0", operation.Source.Version);
        Assert.Contains(request.SpanId.ToHexString(), server.Request.Headers["traceparent"], StringComparison.Ordinal);
        Assert.Equivalent(
            new Dictionary<string, object?>
            {
                ["powerconnectors.connector"] = "Orders",
                ["powerconnectors.operation"] = "GetOrder",
                ["powerconnectors.attempts"] = 1,
                ["server.address"] = "127.0.0.1",
                ["server.port"] = server.Endpoint.Port,
                ["http.response.status_code"] = 200,
                ["azure.service.request.id"] = "r-1",
            },
            operation.TagObjects.ToDictionary(),
            strict: true
        );
    }

    [Fact]
    public async Task All_attempts_stand_within_one_operation_that_tells_what_it_waited_for()
    {
        int number = 0;
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "7";
            return TestServer.AnswerAsync(context, """{"name":"pears"}""", ++number == 1 ? 503 : 200);
        });
        using OrdersClient client = server.CreateClient(
            new()
            {
                TimeProvider = _time,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                Limits = [new ConnectorLimit(1, TimeSpan.FromSeconds(60))],
            }
        );

        await _time.RunAsync(client.GetOrderAsync("7", Token));

        Activity operation = Assert.Single(Operations());
        Assert.Equal([operation.SpanId, operation.SpanId], Requests().Select(static request => request.ParentSpanId));
        Assert.Equal(2, operation.GetTagItem("powerconnectors.attempts"));
        ActivityEvent[] events = [.. operation.Events];
        Assert.Equal(["powerconnectors.retry", "powerconnectors.throttle.wait"], events.Select(static entry => entry.Name));
        Assert.Equal(
            [("powerconnectors.attempt", 1), ("error.type", "503"), ("powerconnectors.wait.duration", 7.0)],
            events[0].Tags.Select(static tag => (tag.Key, tag.Value!))
        );
        Assert.Equal(
            [("powerconnectors.wait.reason", "limit"), ("powerconnectors.wait.duration", 53.0)],
            events[1].Tags.Select(static tag => (tag.Key, tag.Value!))
        );
    }

    [Fact]
    public async Task A_wait_for_the_end_of_a_pause_is_told_too()
    {
        using ScriptedHandler network = new(number => number == 1 ? Failures.Next("429, text") : ScriptedHandler.Answer(200));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });
        Task first = client.GetOrderAsync("7", Token);
        await _time.SomebodyWaitsAsync();

        await _time.RunAsync(Task.WhenAll(first, client.CancelOrderAsync("7", Token)));

        Activity second = Assert.Single(Operations(), static span => span.DisplayName == "Orders.CancelOrder");
        ActivityEvent wait = Assert.Single(second.Events);
        Assert.Equal(
            [("powerconnectors.wait.reason", "pause"), ("powerconnectors.wait.duration", 7.0)],
            wait.Tags.Select(static tag => (tag.Key, tag.Value!))
        );
    }

    [Fact]
    public async Task Every_page_is_a_call_of_the_operation_and_the_callers_own_span_stays_the_current_one()
    {
        using ScriptedHandler network = new(number =>
            ScriptedHandler.Answer(200, $$"""{"value":[{"name":"x"}],"nextLink":"{{(number < 3 ? $"?page={number}" : "")}}"}""")
        );
        using OrdersClient client = network.CreateClient(new());

        using Activity caller = _source.StartActivity("caller")!;
        await foreach (Order order in client.ListOrdersAsync(cancellationToken: Token))
        {
            Assert.Same(caller, Activity.Current);
        }

        Assert.Same(caller, Activity.Current);
        Assert.Equal(
            Enumerable.Repeat(("Orders.ListOrders", caller.SpanId), 3),
            Operations().Select(static span => (span.DisplayName, span.ParentSpanId))
        );
    }

    [Theory]
    [InlineData("404", "404", 404)]
    [InlineData("reset", "NoAnswer", null)]
    [InlineData("timeout", "AttemptTimedOut", null)]
    [InlineData("broken body", "IncompleteAnswer", 200)]
    [InlineData("200", "UnreadableAnswer", 200)]
    public async Task A_failure_is_told_by_its_kind(string failure, string errorType, int? status)
    {
        using ScriptedHandler network = new(_ => Failures.Next(failure));
        using OrdersClient client = network.CreateClient(new() { MaxRetries = 0 });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Activity operation = Assert.Single(Operations());
        Assert.Equal(ActivityStatusCode.Error, operation.Status);
        Assert.Equal(exception.Message, operation.StatusDescription);
        Assert.Equal(errorType, operation.GetTagItem("error.type"));
        Assert.Equal(status, operation.GetTagItem("http.response.status_code"));
        Assert.Equal(1, operation.GetTagItem("powerconnectors.attempts"));
    }

    [Fact]
    public async Task A_call_that_is_given_up_or_refused_before_it_is_sent_is_told_by_the_exception()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200));
        using OrdersClient client = network.CreateClient(
            new()
            {
                TimeProvider = _time,
                ThrottleQueueLimit = 0,
                Limits = [new ConnectorLimit(1, TimeSpan.FromSeconds(60))],
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetOrderAsync("7", new CancellationToken(canceled: true)));
        await client.GetOrderAsync("7", Token);
        await Assert.ThrowsAsync<ConnectorThrottledException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal(
            ["System.OperationCanceledException", null, "PowerConnectors.ConnectorThrottledException"],
            Operations().Select(static span => span.GetTagItem("error.type"))
        );
    }

    [Fact]
    public async Task Who_samples_nothing_gets_no_tags_and_a_trace_that_goes_on()
    {
        _provider.Dispose();
        Activity? seen = null;
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == ConnectorTelemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = span => seen = span,
        };
        ActivitySource.AddActivityListener(listener);
        using ScriptedHandler network = new(number => number == 1 ? Failures.Next("429, text") : ScriptedHandler.Answer(200));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        await _time.RunAsync(client.GetOrderAsync("7", Token));

        Assert.NotNull(seen);
        Assert.Empty(seen.Events);
        Assert.Null(seen.GetTagItem("powerconnectors.attempts"));
    }

    private Activity[] Operations() => Exported(ConnectorTelemetry.ActivitySourceName);

    private Activity[] Requests() => Exported("System.Net.Http");

    private Activity[] Exported(string source)
    {
        _provider.ForceFlush();
        return [.. _exported.Where(span => span.Source.Name == source)];
    }
}
