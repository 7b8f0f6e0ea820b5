using Azure;
using PowerConnectors.Authentication;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

/// <summary>What becomes of redirects with a HTTP client of the caller's that follows them, as <c>new HttpClient()</c> does.</summary>
public sealed class RedirectTests
{
    private const string Key = "0123456789abcdef";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task A_call_that_was_taken_to_another_origin_fails_once_and_says_where_the_key_went(int status)
    {
        await using TestServer other = await TestServer.StartAsync("\"ok\"", status);
        await using TestServer server = await RedirectingAsync(308, other.Endpoint);
        using HttpClient http = new();
        using OrdersClient client = CreateClient(server, http);

        ConnectorRequestException read = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetStatusAsync(Token));
        ConnectorRequestException write = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.CancelOrderAsync("7", Token));

        Assert.StartsWith(
            $"GetStatus failed: RedirectFollowed: the handler of ConnectorClientOptions.HttpClient followed a redirect of 127.0.0.1:{server.Endpoint.Port} "
                + $"to http://127.0.0.1:{other.Endpoint.Port}, and keys may have gone there; set its AllowAutoRedirect to false (",
            read.Message,
            StringComparison.Ordinal
        );
        Assert.Equal((0, "RedirectFollowed", 1, false), (read.Status, read.ErrorCode, read.Attempts, read.MayHaveBeenCarriedOut));
        Assert.Equal(("RedirectFollowed", 1, true), (write.ErrorCode, write.Attempts, write.MayHaveBeenCarriedOut));
        Assert.Equal([Key, Key], other.Requests.Select(static request => request.Headers["x-key"]));
    }

    [Fact]
    public async Task A_write_that_became_a_read_has_not_succeeded()
    {
        await using TestServer server = await RedirectingAsync(303);
        using HttpClient http = new();
        using OrdersClient client = CreateClient(server, http);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            client.DeleteOrderAsync("7", Token)
        );

        Assert.Equal("RedirectFollowed", exception.ErrorCode);
        Assert.Equal(["DELETE", "GET"], server.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task On_the_same_origin_a_read_may_be_redirected_or_rewritten()
    {
        await using TestServer server = await RedirectingAsync(307);
        using RewritingHandler rewriting = new("?version=2");
        using HttpClient http = new(rewriting);
        using OrdersClient client = CreateClient(server, http);

        Response<string> status = await client.GetStatusAsync(Token);

        Assert.Equal("ok", status.Value);
        Assert.Equal(["/apim/orders/conn/status?version=2", "/done"], server.Requests.Select(static request => request.Target));
    }

    [Fact]
    public async Task A_client_of_its_own_follows_none()
    {
        await using TestServer server = await RedirectingAsync(307);
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetStatusAsync(Token));

        Assert.Equal(307, exception.Status);
        Assert.Single(server.Requests);
    }

    // The place "/done" answers; everything else is redirected to it.
    private static Task<TestServer> RedirectingAsync(int status, Uri? target = null) =>
        TestServer.StartAsync(context =>
        {
            if (context.Request.Path == "/done")
            {
                return TestServer.AnswerAsync(context, "\"ok\"");
            }

            context.Response.StatusCode = status;
            context.Response.Headers.Location = target is null ? "/done" : new Uri(target, "/done").AbsoluteUri;
            return Task.CompletedTask;
        });

    private static OrdersClient CreateClient(TestServer server, HttpClient http) =>
        new(
            server.Endpoint,
            "conn",
            [ConnectorCredential.InHeader("x-key", new AzureKeyCredential(Key))],
            new ConnectorClientOptions { HttpClient = http, ThrottleRegistry = new ConnectorThrottleRegistry() }
        );

    private sealed class RewritingHandler(string query) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(request.RequestUri!, query);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
