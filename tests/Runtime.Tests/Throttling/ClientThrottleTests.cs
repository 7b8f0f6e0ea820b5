using System.Collections.Concurrent;
using System.Globalization;
using Azure.Core;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Throttling;

/// <summary>The limits as callers of a client meet them.</summary>
public sealed class ClientThrottleTests
{
    private static readonly ConnectorLimit s_calls = new(20, TimeSpan.FromSeconds(60));
    private static readonly ConnectorLimit s_writes = new(15, TimeSpan.FromSeconds(300)) { ExceptMethods = ["GET"] };

    private readonly SteppingTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_callers_of_two_clients_all_get_through_although_the_service_turns_some_away()
    {
        using ScriptedHandler network = new(number => ScriptedHandler.Answer(number % 10 == 0 ? 429 : 200, retryAfter: "3"));
        ConnectorThrottleRegistry registry = new();
        using OrdersClient one = Client(network, registry);
        using OrdersClient other = Client(network, registry);

        Task[] calls =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(number =>
                    number % 4 == 0 ? one.CancelOrderAsync("7", Token) : (Task)(number % 2 == 0 ? one : other).GetOrderAsync("7", Token)
                ),
        ];
        await _time.RunAsync(Task.WhenAll(calls));

        int turnedAway = network.Count / 10;
        Assert.Equal(300, network.Count - turnedAway);
        Assert.InRange(network.Methods.Count(static method => method == "POST"), 75, 75 + turnedAway);
        Assert.All(one.Budget!.Limits, static status => Assert.Equal(0, status.Waiting));
    }

    [Fact]
    public async Task One_429_pauses_the_connection_for_everybody()
    {
        using ScriptedHandler network = new(number => number == 1 ? Failures.Next("429, text") : ScriptedHandler.Answer(200));
        ConnectorThrottleRegistry registry = new();
        using OrdersClient one = Client(network, registry);
        using OrdersClient other = Client(network, registry);

        Task first = one.GetOrderAsync("7", Token);
        Assert.Equal(7, (await _time.SomebodyWaitsAsync().Soon()).TotalSeconds);
        Task second = other.GetOrderAsync("7", Token);
        Assert.Equal(7, (await _time.SomebodyWaitsAsync().Soon()).TotalSeconds);
        Assert.Equal(_time.GetUtcNow().AddSeconds(7), other.Budget!.PausedUntil);
        Assert.Equal(1, network.Count);
        _time.Advance(TimeSpan.FromSeconds(7));
        await Task.WhenAll(first, second).Soon();

        Assert.Equal(3, network.Count);
    }

    [Fact]
    public async Task A_call_that_gets_its_token_during_a_pause_waits_for_the_end_of_it()
    {
        using ScriptedHandler network = new(number => number == 1 ? Failures.Next("429, text") : ScriptedHandler.Answer(200));
        ConnectorThrottleRegistry registry = new();
        using OrdersClient one = Client(network, registry);
        TaskCompletionSource asked = new();
        TaskCompletionSource<AccessToken> token = new();
        FakeCredential slow = new()
        {
            Next = (_, _) =>
            {
                asked.SetResult();
                return token.Task;
            },
        };
        using OrdersClient other = Client(network, registry, credential: slow);

        Task late = other.GetOrderAsync("7", Token);
        await asked.Task.Soon();
        Assert.Equal(15, (await _time.SomebodyWaitsAsync().Soon()).TotalMinutes); // For the token.
        Task first = one.GetOrderAsync("7", Token);
        Assert.Equal(7, (await _time.SomebodyWaitsAsync().Soon()).TotalSeconds);
        token.SetResult(new AccessToken("t", DateTimeOffset.MaxValue));
        Task<TimeSpan> waits = _time.SomebodyWaitsAsync().AsTask();
        Assert.Same(waits, await Task.WhenAny(late, waits));
        Assert.Equal(1, network.Count);

        _time.Advance(TimeSpan.FromSeconds(7));
        await Task.WhenAll(first, late).Soon();
        Assert.Equal(3, network.Count);
    }

    [Fact]
    public async Task A_call_that_is_sent_again_because_its_token_was_refused_takes_another_permit()
    {
        List<DateTimeOffset> left = [];
        using ScriptedHandler network = new(number =>
        {
            left.Add(_time.GetUtcNow());
            return ScriptedHandler.Answer(number == 1 ? 401 : 200);
        });
        using OrdersClient client = Client(network, new(), [new ConnectorLimit(1, TimeSpan.FromSeconds(60))]);

        await _time.RunAsync(client.GetOrderAsync("7", Token));

        Assert.Equal([0.0, 60.0], left.Select(time => (time - left[0]).TotalSeconds));
        Assert.Equal(0, client.Budget!.Limits[0].Remaining);
    }

    [Fact]
    public async Task Every_page_takes_its_permit()
    {
        using ScriptedHandler network = new(number =>
            ScriptedHandler.Answer(200, $$"""{"value":[{"name":"x"}],"nextLink":"{{(number < 5 ? $"?page={number}" : "")}}"}""")
        );
        using OrdersClient client = network.CreateClient(
            new() { TimeProvider = _time, Limits = [new ConnectorLimit(2, TimeSpan.FromSeconds(60))] }
        );

        List<Order> orders = await _time.RunAsync(client.ListOrdersAsync(cancellationToken: Token).ToListAsync(Token).AsTask());

        Assert.Equal(5, orders.Count);
        Assert.Equal([60.0, 60.0], _time.Seconds);
    }

    [Fact]
    public async Task When_a_pause_ends_calls_go_on_in_the_order_in_which_they_came()
    {
        const int Count = 200;
        ConcurrentQueue<int> left = [];
        using OrderingHandler network = new(left);
        using HttpClient http = new(network);
        using OrdersClient client = new(
            new Uri("https://host.example/apim"),
            "conn",
            new FakeCredential(),
            new()
            {
                HttpClient = http,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                TimeProvider = _time,
                ThrottleRegistry = new(),
                MaxRetries = 0,
            }
        );
        await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("0", Token));
        Task[] waiting =
        [
            .. Enumerable.Range(1, Count).Select(number => client.GetOrderAsync(number.ToString(CultureInfo.InvariantCulture), Token)),
        ];

        _time.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(waiting).Soon();

        // Threads may overtake each other by a step. Without an order it is every second one, and backwards nearly all.
        int overtaken = left.Zip(left.Skip(1)).Count(static pair => pair.First > pair.Second);
        Assert.Equal(Count, left.Count);
        Assert.InRange(overtaken, 0, Count / 4);
    }

    [Fact]
    public async Task Others_code_that_throws_at_the_end_of_a_client_leaves_nothing_behind()
    {
        ConnectorThrottleRegistry registry = new();
        using ThrowingHandler network = new();
        using HttpClient http = new(network);
        OrdersClient client = new(
            new Uri("https://host.example/apim"),
            "conn",
            new FakeCredential(),
            new()
            {
                HttpClient = http,
                ThrottleRegistry = registry,
                Limits = [],
            }
        );
        Task call = client.GetOrderAsync("7", Token);

        await network.Reached.Soon();

        Assert.Throws<AggregateException>(client.Dispose);
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.Soon());
        Assert.Equal(0, registry.Count);
    }

    [Fact]
    public async Task Disposing_a_client_ends_the_wait_of_its_callers_and_of_nobody_else()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200));
        ConnectorThrottleRegistry registry = new();
        OrdersClient one = Client(network, registry, [new ConnectorLimit(1, TimeSpan.FromSeconds(60))]);
        using OrdersClient other = Client(network, registry, [new ConnectorLimit(1, TimeSpan.FromSeconds(60))]);
        await one.GetOrderAsync("7", Token).Soon();

        Task abandoned = one.GetOrderAsync("7", Token);
        Task waiting = other.GetOrderAsync("7", Token);
        one.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => abandoned.Soon());
        Assert.False(waiting.IsCompleted);

        await _time.RunAsync(waiting);
        Assert.Equal(2, network.Count);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_for_a_permit_at_once_and_nothing_is_sent()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200));
        using OrdersClient client = Client(network, new(), [new ConnectorLimit(1, TimeSpan.FromSeconds(60))]);
        await client.GetOrderAsync("7", Token).Soon();
        using CancellationTokenSource source = new();

        Task call = client.CancelOrderAsync("7", source.Token);
        await source.CancelAsync();
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(1, network.Count);
    }

    [Fact]
    public async Task A_call_that_fails_before_it_leaves_gives_its_permit_back()
    {
        FakeCredential credential = new()
        {
            Next = static (number, _) =>
                number == 1
                    ? Task.FromException<AccessToken>(new InvalidOperationException("no login"))
                    : Task.FromResult(new AccessToken("t", DateTimeOffset.MaxValue)),
        };
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200));
        using HttpClient http = new(network);
        using OrdersClient client = new(
            new Uri("https://host.example/apim"),
            "conn",
            credential,
            new()
            {
                HttpClient = http,
                TimeProvider = _time,
                ThrottleRegistry = new(),
                Limits = [new ConnectorLimit(1, TimeSpan.FromSeconds(60))],
            }
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetOrderAsync("7", Token));
        await client.GetOrderAsync("7", Token).Soon();

        Assert.Equal(1, network.Count);
    }

    private OrdersClient Client(
        ScriptedHandler network,
        ConnectorThrottleRegistry registry,
        IList<ConnectorLimit>? limits = null,
        FakeCredential? credential = null
    ) =>
        network.CreateClient(
            new()
            {
                TimeProvider = _time,
                ThrottleRegistry = registry,
                RetryTimeLimit = TimeSpan.FromDays(30),
                Limits = limits ?? [s_calls, s_writes],
            },
            credential
        );

    private sealed class OrderingHandler(ConcurrentQueue<int> left) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int number = int.Parse(request.RequestUri!.Segments[^1], CultureInfo.InvariantCulture);
            if (number > 0)
            {
                left.Enqueue(number);
            }

            return Task.FromResult(number == 0 ? ScriptedHandler.Answer(429, "", "10") : ScriptedHandler.Answer(200));
        }
    }

    // Wants to know of the end of a call, and fails when it is told.
    private sealed class ThrowingHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.UnsafeRegister(static _ => throw new InvalidOperationException("mine"), null);
            _reached.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return ScriptedHandler.Answer(200);
        }
    }
}
