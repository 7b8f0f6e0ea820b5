using Microsoft.AspNetCore.Http;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Retries;

/// <summary>Failures of a real server and a real network.</summary>
public sealed class ServerRetryTests
{
    private readonly SteppingTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ConnectorClientOptions Options => new() { TimeProvider = _time, AttemptTimeout = Timeout.InfiniteTimeSpan };

    [Fact]
    public async Task The_same_request_is_sent_again_whole()
    {
        int number = 0;
        await using TestServer server = await TestServer.StartAsync(context =>
            TestServer.AnswerAsync(context, "", Interlocked.Increment(ref number) < 3 ? 500 : 200)
        );
        using OrdersClient client = server.CreateClient(Options);

        await _time.RunAsync(client.TagOrderAsync("7", ["a", "b"], Token));

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.Equal(("PUT", """["a","b"]"""), (request.Method, request.Body)));
        Assert.Single(server.Requests.Select(static request => request.Headers["x-ms-client-request-id"]).Distinct());
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_connection_that_is_reset_before_the_answer(bool isRead, int requests)
    {
        int number = 0;
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref number) == 1)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return TestServer.AnswerAsync(context, """{"name":"pears"}""");
        });
        using OrdersClient client = server.CreateClient(Options);

        await SendAsync(client, isRead, "NoAnswer");

        Assert.Equal(requests, server.Requests.Count);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_connection_that_is_reset_within_the_answer(bool isRead, int requests)
    {
        HeadersSignal headers = new();
        int number = 0;
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref number) == 1)
            {
                context.Response.ContentLength = 500;
                await context.Response.WriteAsync("""{"name":""", Token);
                await context.Response.Body.FlushAsync(Token);
                await headers.Arrived;
                context.Abort();
                return;
            }

            await TestServer.AnswerAsync(context, """{"name":"pears"}""");
        });
        using HttpClient http = new(headers);
        ConnectorClientOptions options = Options;
        options.HttpClient = http;
        using OrdersClient client = server.CreateClient(options);

        await SendAsync(client, isRead, "IncompleteAnswer");

        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_does_not_listen_got_nothing_so_that_any_call_is_tried_again()
    {
        TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient(Options);
        await server.DisposeAsync();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            _time.RunAsync(client.CancelOrderAsync("7", Token))
        );

        Assert.Equal((6, false), (exception.Attempts, exception.MayHaveBeenCarriedOut));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_made_again()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int number = 0;
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref number) == 1)
            {
                arrived.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            await TestServer.AnswerAsync(context, """{"name":"pears"}""");
        });
        using OrdersClient client = server.CreateClient(new() { TimeProvider = _time, AttemptTimeout = TimeSpan.FromSeconds(100) });

        Task<Azure.Response<Order>> call = client.GetOrderAsync("7", Token);
        TimeSpan attempt = await _time.SomebodyWaitsAsync();
        await arrived.Task;
        _time.Advance(attempt);
        TimeSpan backOff = await _time.SomebodyWaitsAsync();
        _time.Advance(backOff);

        Assert.Equal((100, true), (attempt.TotalSeconds, backOff.TotalSeconds <= 1));
        Assert.Equal("pears", (await call).Value.Name);
        Assert.Equal(2, server.Requests.Count);
    }

    private async Task SendAsync(OrdersClient client, bool isRead, string code)
    {
        if (isRead)
        {
            await _time.RunAsync(client.GetOrderAsync("7", Token));
            return;
        }

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            _time.RunAsync(client.CancelOrderAsync("7", Token))
        );
        Assert.Equal((code, true), (exception.ErrorCode, exception.MayHaveBeenCarriedOut));
    }
}
