using System.Threading.RateLimiting;
using Azure.Core;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Retries;

/// <summary>What callers hear where another attempt was due and could not be made.</summary>
public sealed class ObstacleTests
{
    private readonly SteppingTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task That_a_write_may_have_been_carried_out_outlives_a_credential_that_fails_then()
    {
        FakeCredential credential = new()
        {
            Next = (number, _) =>
                number == 1
                    ? Task.FromResult(new AccessToken("token-1", _time.GetUtcNow().AddMilliseconds(1)))
                    : throw new InvalidOperationException("Nobody is logged in."),
        };
        using ScriptedHandler network = new(static _ => Failures.Next("504"));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time }, credential);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            _time.RunAsync(client.DeleteOrderAsync("7", Token))
        );

        Assert.Equal((504, 1, true), (exception.Status, exception.Attempts, exception.MayHaveBeenCarriedOut));
        Assert.EndsWith(
            "The call may have been carried out all the same. It was not tried again: Nobody is logged in.",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.IsType<InvalidOperationException>(exception.InnerException);
    }

    [Fact]
    public async Task A_read_that_finds_no_token_any_more_ends_with_the_credentials_failure()
    {
        FakeCredential credential = new()
        {
            Next = (number, _) =>
                number == 1
                    ? Task.FromResult(new AccessToken("token-1", _time.GetUtcNow().AddMilliseconds(1)))
                    : throw new InvalidOperationException("Nobody is logged in."),
        };
        using ScriptedHandler network = new(static _ => Failures.Next("504"));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time }, credential);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _time.RunAsync(client.GetOrderAsync("7", Token)));
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("DELETE", true)]
    public async Task A_limiter_that_refuses_the_second_attempt_leaves_the_first_failure(string method, bool mayHaveBeenCarriedOut)
    {
        ConnectorThrottleRegistry registry = new(
            static (_, _) =>
                new TokenBucketRateLimiter(
                    new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = 1,
                        TokensPerPeriod = 1,
                        ReplenishmentPeriod = TimeSpan.FromHours(1),
                        AutoReplenishment = false,
                        QueueLimit = 0,
                    }
                )
        );
        using ScriptedHandler network = new(static _ => Failures.Next("reset"));
        using OrdersClient client = network.CreateClient(
            new()
            {
                TimeProvider = _time,
                ThrottleRegistry = registry,
                Limits = [new ConnectorLimit(1, TimeSpan.FromHours(1))],
            }
        );

        Task call = method == "GET" ? client.GetOrderAsync("7", Token) : client.DeleteOrderAsync("7", Token);
        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => _time.RunAsync(call));

        Assert.Equal(("NoAnswer", 1, mayHaveBeenCarriedOut), (exception.ErrorCode, exception.Attempts, exception.MayHaveBeenCarriedOut));
        Assert.Contains("It was not tried again: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_again_after_the_time_for_it_has_passed()
    {
        using ScriptedHandler network = new(static _ => Failures.Next("500"));
        using OrdersClient client = network.CreateClient(
            new()
            {
                TimeProvider = _time,
                RetryTimeLimit = TimeSpan.FromSeconds(10),
                Limits = [new ConnectorLimit(1, TimeSpan.FromHours(1))],
            }
        );

        DateTimeOffset start = _time.GetUtcNow();
        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            _time.RunAsync(client.GetOrderAsync("7", Token))
        );

        Assert.Equal((500, 1), (exception.Status, network.Count));
        Assert.True(_time.GetUtcNow() - start <= TimeSpan.FromSeconds(10));
        Assert.Matches(
            "It was not tried again: it would have had to wait for 3\\d{3} s for the limit of 1 calls in 3600 s, which is beyond ConnectorClientOptions.RetryTimeLimit.$",
            exception.Message
        );
    }

    [Fact]
    public async Task A_limit_that_renews_in_time_is_waited_for()
    {
        using ScriptedHandler network = new(static number => number == 1 ? Failures.Next("500") : ScriptedHandler.Answer(200));
        using OrdersClient client = network.CreateClient(
            new()
            {
                TimeProvider = _time,
                RetryTimeLimit = TimeSpan.FromHours(1),
                Limits = [new ConnectorLimit(1, TimeSpan.FromHours(1))],
            }
        );

        await _time.RunAsync(client.GetOrderAsync("7", Token));

        Assert.Equal(2, network.Count);
    }

    [Fact]
    public async Task A_pause_that_another_call_met_is_not_waited_for_beyond_the_time()
    {
        using ScriptedHandler network = new(static number =>
            number == 1 ? Failures.Next("500") : ScriptedHandler.Answer(429, "", retryAfter: "3000")
        );
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time, RetryTimeLimit = TimeSpan.FromSeconds(100) });

        Task first = client.GetOrderAsync("7", Token);
        await _time.SomebodyWaitsAsync();
        ConnectorRequestException other = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("8", Token));
        _time.Advance(TimeSpan.FromSeconds(1));
        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => first.Soon());

        Assert.Equal((429, 500, 2), (other.Status, exception.Status, network.Count));
        Assert.Contains("for the pause that the service asked for", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("DELETE", true)]
    [InlineData("POST", true)]
    public async Task The_exception_of_a_handler_in_between_leaves_open_what_was_done(string method, bool mayHaveBeenCarriedOut)
    {
        using ScriptedHandler network = new(static _ => throw new InvalidDataException("A handler says no."));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            method switch
            {
                "GET" => client.GetOrderAsync("7", Token),
                "DELETE" => client.DeleteOrderAsync("7", Token),
                _ => client.CancelOrderAsync("7", Token),
            }
        );

        Assert.Equal(("NoAnswer", 1, mayHaveBeenCarriedOut), (exception.ErrorCode, network.Count, exception.MayHaveBeenCarriedOut));
        Assert.Contains("A handler says no", exception.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidDataException>(exception.InnerException);
    }
}
