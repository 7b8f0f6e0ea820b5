using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

public sealed class NetworkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_attempt_ends_with_its_time_also_within_the_answer(bool headersFirst)
    {
        FakeTimeProvider time = new();
        await using TestServer server = await StartSilentAsync(headersFirst, out Task arrived);
        using OrdersClient client = server.CreateClient(
            new()
            {
                TimeProvider = time,
                AttemptTimeout = TimeSpan.FromSeconds(7.5),
                MaxRetries = 0,
            }
        );

        Task call = client.GetOrderAsync("7", Token);
        await arrived;
        time.Advance(TimeSpan.FromSeconds(7));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => call);

        Assert.Equal((0, "AttemptTimedOut", "GetOrder"), (exception.Status, exception.ErrorCode, exception.OperationName));
        Assert.StartsWith(
            $"GetOrder failed: AttemptTimedOut: 127.0.0.1:{server.Endpoint.Port} did not answer within 7.5 s",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Null(exception.GetRawResponse());
    }

    [Fact]
    public async Task The_timeout_of_a_given_http_client_is_a_timeout_too()
    {
        await using TestServer server = await StartSilentAsync(headersFirst: false, out _);
        using HttpClient http = new() { Timeout = TimeSpan.FromMilliseconds(50) };
        using OrdersClient client = server.CreateClient(new() { HttpClient = http, MaxRetries = 0 });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Contains("did not answer within 0.05 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeout_of_a_handler_is_told_in_its_own_words()
    {
        using SocketsHttpHandler handler = new()
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = static async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return null!;
            },
        };
        using HttpClient http = new(handler);
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient(new() { HttpClient = http, MaxRetries = 0 });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal("AttemptTimedOut", exception.ErrorCode);
        Assert.Contains("within the configured ConnectTimeout (client request id", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_callers_own_cancellation_is_no_failure(bool headersFirst)
    {
        await using TestServer server = await StartSilentAsync(headersFirst, out Task arrived);
        using OrdersClient client = server.CreateClient();
        using CancellationTokenSource source = new();

        Task call = client.GetOrderAsync("7", source.Token);
        await arrived;
        await source.CancelAsync();
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_caller_who_has_cancelled()
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CancelOrderAsync("7", new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_named()
    {
        TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient(new() { MaxRetries = 0 });
        await server.DisposeAsync();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal((0, "NoAnswer"), (exception.Status, exception.ErrorCode));
        Assert.StartsWith(
            $"GetOrder failed: NoAnswer: no answer from 127.0.0.1:{server.Endpoint.Port}",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Fact]
    public async Task A_given_http_client_is_used_and_left_to_its_owner()
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        using HttpClient http = new();
        http.DefaultRequestHeaders.Add("X-Tenant", "contoso");

        using (OrdersClient client = server.CreateClient(new() { HttpClient = http }))
        {
            Assert.Equal("ok", (await client.GetStatusAsync(Token)).Value);
        }

        Assert.Equal("contoso", server.Request.Headers["X-Tenant"]);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(server.Endpoint, Token)).StatusCode);
    }

    [Fact]
    public async Task A_disposed_client_refuses_calls()
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        OrdersClient client = server.CreateClient();
        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetStatusAsync(Token));
    }

    private static Task<TestServer> StartSilentAsync(bool headersFirst, out Task arrived)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        arrived = reached.Task;
        return TestServer.StartAsync(async context =>
        {
            if (headersFirst)
            {
                await context.Response.WriteAsync("""{"name":""", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
    }
}
