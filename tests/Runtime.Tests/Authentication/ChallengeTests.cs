using Azure.Core;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Authentication;

/// <summary>A token that the service refuses is replaced once, by what the service demands.</summary>
public sealed class ChallengeTests
{
    private const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}""";

    // As base 64, which ends with padding.
    private const string Encoded = "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNjA0MTA2NjUxIn19fQ==";

    private readonly FakeCredential _credential = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{Encoded}\"", Claims)]
    [InlineData("Bearer error=\"invalid_token\"", null)]
    [InlineData("Bearer claims=\"not base 64!\"", null)]
    [InlineData("Bearer claims=\"", null)]
    public async Task A_refused_token_is_replaced_and_the_call_sent_once_more(string challenge, string? claims)
    {
        await using TestServer server = await StartAsync(challenge, static token => token != "token-1");
        using OrdersClient client = CreateClient(server);

        Assert.Equal("ok", await SendAsync(client));

        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Requests.Select(static request => request.Headers["Authorization"]));
        Assert.Equal([null, claims], _credential.Claims);

        Assert.Equal("ok", await SendAsync(client));
        Assert.Equal(2, _credential.Count);
    }

    [Fact]
    public async Task A_token_that_stays_refused_is_replaced_once_only()
    {
        await using TestServer server = await StartAsync("Bearer", static _ => false);
        using OrdersClient client = CreateClient(server);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => SendAsync(client));

        Assert.Equal(401, exception.Status);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_same_token_again_is_not_sent_again()
    {
        _credential.Next = static (_, _) => Task.FromResult(new AccessToken("same", DateTimeOffset.MaxValue));
        await using TestServer server = await StartAsync("Bearer", static _ => false);
        using OrdersClient client = CreateClient(server);

        await Assert.ThrowsAsync<ConnectorRequestException>(() => SendAsync(client));

        Assert.Single(server.Requests);
        Assert.Equal(2, _credential.Count);
    }

    [Fact]
    public async Task Callers_whose_token_is_refused_at_once_share_the_replacement()
    {
        await using TestServer server = await StartAsync("Bearer", static token => token != "token-1");
        using OrdersClient client = CreateClient(server);

        string[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(client)));

        Assert.All(answers, static answer => Assert.Equal("ok", answer));
        Assert.Equal(2, _credential.Count);
    }

    [Fact]
    public async Task A_replacement_that_cannot_be_had_is_the_credentials_failure()
    {
        _credential.Next = static (number, _) =>
            number == 1 ? Task.FromResult(new AccessToken("token-1", DateTimeOffset.MaxValue)) : throw new InvalidOperationException("no");
        await using TestServer server = await StartAsync("Bearer", static _ => false);
        using OrdersClient client = CreateClient(server);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(client));

        Assert.Equal("no", exception.Message);
        Assert.Single(server.Requests);
    }

    private static Task<TestServer> StartAsync(string challenge, Func<string, bool> accepts) =>
        TestServer.StartAsync(async context =>
        {
            string token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
            if (!accepts(token))
            {
                context.Response.Headers.WWWAuthenticate = challenge;
                await TestServer.AnswerAsync(context, """{"error":{"code":"AuthenticationFailed","message":"no"}}""", 401);
                return;
            }

            await TestServer.AnswerAsync(context, "\"ok\"");
        });

    private OrdersClient CreateClient(TestServer server) =>
        new(server.Endpoint, "conn", _credential, new ConnectorClientOptions { ThrottleRegistry = new ConnectorThrottleRegistry() });

    private static async Task<string> SendAsync(OrdersClient client) => await client.GetStatusAsync(Token);
}
