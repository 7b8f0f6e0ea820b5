using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Telemetry;

public sealed class LogTests : IDisposable
{
    private readonly FakeLogCollector _log = new();
    private readonly LoggerFactory _factory;
    private readonly SteppingTime _time = new();

    public LogTests() =>
        _factory = new LoggerFactory([new FakeLoggerProvider(_log)], new LoggerFilterOptions { MinLevel = LogLevel.Trace });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task A_call_that_succeeds_is_no_news_to_operators()
    {
        using ScriptedHandler network = new(_ =>
        {
            HttpResponseMessage response = ScriptedHandler.Answer(200);
            response.Headers.Add("x-ms-request-id", "r-1");
            return response;
        });
        using OrdersClient client = Client(network);

        await client.GetOrderAsync("7", Token);

        Assert.Equal(
            [
                "8 Debug: There is a new token, which expires on 9999-12-31T23:59:59.9999999+00:00",
                "1 Debug: GetOrder completed with 200 after 0 s and 1 attempts (request id r-1)",
            ],
            Lines()
        );
        Assert.All(_log.GetSnapshot(), static record => Assert.Equal("PowerConnectors.Orders", record.Category));
        Assert.Equal("GetOrder", _log.LatestRecord.GetStructuredStateValue("Operation"));
        Assert.Equal("OperationCompleted", _log.LatestRecord.Id.Name);
    }

    [Fact]
    public async Task A_pause_its_retry_and_the_waits_of_others_are_told()
    {
        using ScriptedHandler network = new(number => number == 1 ? Failures.Next("429, text") : ScriptedHandler.Answer(200));
        using OrdersClient client = Client(network);

        Task first = client.GetOrderAsync("7", Token);
        await _time.SomebodyWaitsAsync();
        await _time.RunAsync(Task.WhenAll(first, client.CancelOrderAsync("7", Token)));

        Assert.Equal(
            [
                "5 Warning: The service answered GetOrder with 429 and wants no calls of the connection for 7 s",
                "4 Information: GetOrder: attempt 1 failed, 429; it is tried again in 7 s",
                "7 Information: CancelOrder waits 7 s or longer, as the service wants no calls of the connection",
            ],
            Lines(LogLevel.Information)
        );
    }

    [Fact]
    public async Task A_long_wait_for_a_limit_is_told_when_it_begins_and_a_short_one_is_not()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200));
        using OrdersClient client = Client(network, new ConnectorLimit(1, TimeSpan.FromSeconds(8)));
        await client.GetOrderAsync("7", Token);
        _time.Advance(TimeSpan.FromSeconds(3.5));

        Task[] waiting = [client.GetOrderAsync("7", Token), client.GetOrderAsync("7", Token)];
        Assert.Equal(["6 Information: GetOrder waits 12.5 s or longer for the limit of 1 calls in 8 s"], Lines(LogLevel.Information));

        await _time.RunAsync(Task.WhenAll(waiting));
        Assert.Single(Lines(LogLevel.Information));
    }

    [Fact]
    public async Task A_failure_is_a_warning_and_giving_up_is_not()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(404, """{"error":{"code":"Gone","message":"Not\nhere."}}"""));
        using OrdersClient client = Client(network, new ConnectorLimit(1, TimeSpan.FromSeconds(60)));

        await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));
        using CancellationTokenSource source = new();
        Task abandoned = client.GetOrderAsync("7", source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);

        string failure = Assert.Single(Lines(LogLevel.Warning));
        Assert.StartsWith(
            "2 Warning: GetOrder ended in 404 after 0 s and 1 attempts: GetOrder failed: 404 Not Found, Gone: Not here. (client request id ",
            failure,
            StringComparison.Ordinal
        );
        Assert.Equal("3 Debug: GetOrder was cancelled after 0 s and 0 attempts", Lines()[^1]);
        Assert.Null(_log.GetSnapshot().Single(static record => record.Level == LogLevel.Warning).Exception);
    }

    [Fact]
    public async Task A_list_that_its_own_link_ends_is_told_once()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200, """{"value":[],"nextLink":"https://h/x?sig=S3CRET"}"""));
        using OrdersClient client = Client(network);

        await Assert.ThrowsAsync<ConnectorRequestException>(async () =>
            await client.ListOrdersAsync(cancellationToken: Token).ToListAsync(Token)
        );

        string failure = Assert.Single(Lines(LogLevel.Warning));
        Assert.StartsWith(
            "11 Warning: The listing of ListOrders ended in InvalidNextLink: ListOrders failed: ",
            failure,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("S3CRET", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_that_cannot_be_had_or_are_refused_are_told()
    {
        FakeCredential credential = new()
        {
            Next = static (number, _) =>
                number == 1
                    ? Task.FromException<AccessToken>(new InvalidOperationException("no login"))
                    : Task.FromResult(new AccessToken($"t-{number}", DateTimeOffset.UnixEpoch.AddYears(100))),
        };
        using ScriptedHandler network = new(static number => ScriptedHandler.Answer(number == 1 ? 401 : 200));
        using OrdersClient client = Client(network, credential: credential);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetOrderAsync("7", Token));
        await client.GetOrderAsync("7", Token);

        Assert.Equal(
            [
                "10 Warning: No token could be had, System.InvalidOperationException: no login",
                "2 Warning: GetOrder ended in System.InvalidOperationException after 0 s and 0 attempts: no login",
                "8 Debug: There is a new token, which expires on 2070-01-01T00:00:00.0000000+00:00",
                "9 Debug: The service refused a token: another one is asked for (demands claims: False)",
                "8 Debug: There is a new token, which expires on 2070-01-01T00:00:00.0000000+00:00",
                "1 Debug: GetOrder completed with 200 after 0 s and 2 attempts (request id (null))",
            ],
            Lines()
        );
    }

    private string[] Lines(LogLevel least = LogLevel.Trace) =>
        [
            .. _log.GetSnapshot()
                .Where(record => record.Level >= least)
                .Select(static record => $"{record.Id.Id} {record.Level}: {record.Message}"),
        ];

    private OrdersClient Client(ScriptedHandler network, ConnectorLimit? limit = null, FakeCredential? credential = null) =>
        network.CreateClient(
            new()
            {
                LoggerFactory = _factory,
                TimeProvider = _time,
                Limits = limit is null ? [] : [limit],
            },
            credential
        );
}
