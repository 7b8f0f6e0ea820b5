using Azure.Core;
using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Authentication;

public sealed class TokenTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly FakeCredential _credential = new();
    private TestServer _server = null!;
    private OrdersClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _credential.Next = (number, _) => Task.FromResult(new AccessToken($"token-{number}", _time.GetUtcNow().AddHours(1)));
        _server = await TestServer.StartAsync("\"ok\"");
        _client = new OrdersClient(_server.Endpoint, "conn", _credential, new ConnectorClientOptions { TimeProvider = _time });
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_with_the_documents_scope()
    {
        Assert.Equal("token-1", await SendAsync());
        _time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await SendAsync());

        Assert.Equal([OrdersClient.DocumentScope], Assert.Single(_credential.Scopes));
    }

    [Fact]
    public async Task Callers_who_need_the_first_token_at_once_share_one_request_for_it()
    {
        TaskCompletionSource<AccessToken> pending = Pending();

        Task<string>[] calls = [.. Enumerable.Range(0, 10).Select(_ => CallAsync(Token))];
        pending.SetResult(new AccessToken("shared", _time.GetUtcNow().AddHours(1)));
        await Task.WhenAll(calls);

        Assert.Equal(1, _credential.Count);
        Assert.All(_server.Requests, static request => Assert.Equal("Bearer shared", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_caller_who_gives_up_leaves_the_others_waiting_for_the_same_token()
    {
        TaskCompletionSource<AccessToken> pending = Pending();
        using CancellationTokenSource source = new();

        Task<string> impatient = CallAsync(source.Token);
        Task<string> patient = CallAsync(Token);
        await source.CancelAsync();
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        pending.SetResult(new AccessToken("shared", _time.GetUtcNow().AddHours(1)));

        Assert.Equal("ok", await patient);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal("Bearer shared", _server.Request.Headers["Authorization"]);
        Assert.Equal(1, _credential.Count);
    }

    [Fact]
    public async Task A_failure_to_get_the_first_token_reaches_the_caller_and_the_next_call_tries_again()
    {
        _credential.Next = (number, _) =>
            number == 1
                ? Task.FromException<AccessToken>(new InvalidOperationException("no login"))
                : Task.FromResult(new AccessToken("late", _time.GetUtcNow().AddHours(1)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => CallAsync(Token));

        Assert.Equal("late", await SendAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ahead_of_expiry_one_request_replaces_the_token_while_callers_keep_the_old_one(bool saysWhen)
    {
        DateTimeOffset expiry = _time.GetUtcNow().AddHours(1);
        _credential.Next = (number, _) =>
            Task.FromResult(new AccessToken($"token-{number}", expiry, saysWhen ? _time.GetUtcNow().AddMinutes(20) : null));
        Assert.Equal("token-1", await SendAsync());
        TaskCompletionSource<AccessToken> pending = Pending();

        _time.Advance(saysWhen ? TimeSpan.FromMinutes(20) : TimeSpan.FromMinutes(55));
        Assert.Equal("token-1", await SendAsync());
        Assert.Equal("token-1", await SendAsync());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("token-1", await SendAsync());
        pending.SetResult(new AccessToken("new", expiry.AddHours(1)));

        Assert.Equal("new", await SendUntilAsync("new"));
        Assert.Equal(2, _credential.Count);
    }

    [Fact]
    public async Task A_failed_replacement_leaves_the_old_token_until_it_expires()
    {
        Assert.Equal("token-1", await SendAsync());
        _credential.Next = static (_, _) => Task.FromException<AccessToken>(new InvalidOperationException("no login"));

        _time.Advance(TimeSpan.FromMinutes(56));
        Assert.Equal("token-1", await SendAsync());
        Assert.Equal("token-1", await SendAsync());
        _time.Advance(TimeSpan.FromMinutes(4));

        await Assert.ThrowsAsync<InvalidOperationException>(() => CallAsync(Token));
    }

    [Fact]
    public async Task Tokens_that_live_shortly_are_not_asked_for_at_every_call()
    {
        _credential.Next = (number, _) => Task.FromResult(new AccessToken($"token-{number}", _time.GetUtcNow().AddMinutes(2)));

        Assert.Equal("token-1", await SendAsync());
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("token-1", await SendAsync());

        Assert.Equal(1, _credential.Count);
    }

    [Fact]
    public async Task A_request_that_hangs_is_given_up_and_the_next_call_asks_again()
    {
        SteppingTime time = new();
        CancellationToken given = default;
        _credential.Next = (number, cancellationToken) =>
        {
            given = number == 1 ? cancellationToken : given;
            return number == 1
                ? new TaskCompletionSource<AccessToken>().Task
                : Task.FromResult(new AccessToken("token", DateTimeOffset.MaxValue));
        };
        using ScriptedHandler network = new(static _ => ScriptedHandler.Answer(200));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = time }, _credential);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => time.RunAsync(client.GetOrderAsync("7", Token)));
        await client.GetOrderAsync("7", Token);

        Assert.Equal("The credential gave no token within 15 minutes.", exception.Message);
        Assert.True(given.IsCancellationRequested);
        Assert.Equal((2, 1), (_credential.Count, network.Count));
    }

    [Fact]
    public async Task Disposing_ends_the_wait_for_a_token()
    {
        Pending();
        Task<string> call = CallAsync(Token);

        _client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    private TaskCompletionSource<AccessToken> Pending()
    {
        TaskCompletionSource<AccessToken> pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _credential.Next = (_, cancellationToken) => pending.Task.WaitAsync(cancellationToken);
        return pending;
    }

    private async Task<string> CallAsync(CancellationToken cancellationToken) => await _client.GetStatusAsync(cancellationToken);

    private async Task<string> SendAsync()
    {
        await CallAsync(Token);
        return _server.Requests[^1].Headers["Authorization"]["Bearer ".Length..];
    }

    // The replacement arrives in the background, some call later.
    private async Task<string> SendUntilAsync(string expected)
    {
        string token;
        do
        {
            token = await SendAsync();
        } while (token != expected && !Token.IsCancellationRequested);

        return token;
    }
}
