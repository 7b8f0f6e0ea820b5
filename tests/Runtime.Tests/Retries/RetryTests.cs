using System.Globalization;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Retries;

public sealed class RetryTests
{
    private readonly SteppingTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_grow_within_their_ranges_and_the_tries_are_capped()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(500, ""));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time, MaxRetries = 9 });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => RunAsync(client));

        Assert.Equal((10, 500), (network.Count, exception.Status));
        Assert.Equal(9, _time.Waits.Count);
        double step = 1;
        foreach (double wait in _time.Seconds)
        {
            Assert.InRange(wait, (step / 2) - 0.001, step);
            step = Math.Min(step * 2, 60);
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task What_the_service_asks_for_is_waited_exactly_and_does_not_count_as_a_try(string culture)
    {
        using ScriptedHandler network = new(number =>
            number > 20 ? ScriptedHandler.Answer(200) : Failures.Next(number % 2 == 0 ? "429, text" : "429, header")
        );
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time, MaxRetries = 1 });
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            await RunAsync(client);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(21, network.Count);
        Assert.Equal(Enumerable.Repeat(7.0, 20), _time.Seconds);
    }

    [Fact]
    public async Task Being_turned_away_is_endured_until_the_time_is_up()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(429, "", retryAfter: "600"));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => RunAsync(client));

        // At the first failure and every ten minutes for two hours.
        Assert.Equal((429, 13), (exception.Status, network.Count));
        Assert.Equal(13, exception.Attempts);
    }

    [Fact]
    public async Task A_wait_beyond_the_time_limit_is_not_begun()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(429, "", retryAfter: "7201"));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal((1, 7201), (network.Count, exception.RetryAfter!.Value.TotalSeconds));
    }

    [Fact]
    public async Task A_service_that_says_at_once_is_not_asked_at_once()
    {
        using ScriptedHandler network = new(number => ScriptedHandler.Answer(number == 1 ? 429 : 200, retryAfter: "0"));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        await RunAsync(client);

        Assert.InRange(Assert.Single(_time.Seconds), 0.499, 1);
    }

    [Fact]
    public async Task Without_retries_every_failure_is_final()
    {
        using ScriptedHandler network = new(_ => Failures.Next("429, header"));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time, MaxRetries = 0 });

        await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal(1, network.Count);
    }

    [Fact]
    public async Task What_an_earlier_attempt_left_open_is_said_in_the_end()
    {
        using ScriptedHandler network = new(number => Failures.Next(number == 1 ? "timeout" : "404"));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            _time.RunAsync(client.DeleteOrderAsync("7", Token))
        );

        Assert.Equal((404, 2, true), (exception.Status, exception.Attempts, exception.MayHaveBeenCarriedOut));
        Assert.EndsWith("The call may have been carried out all the same.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500", "The call may have been carried out all the same: look before you repeat it.")]
    [InlineData("broken body", "The service carried the call out all the same.")]
    public async Task A_write_that_is_not_sent_again_says_what_is_known(string failure, string expected)
    {
        using ScriptedHandler network = new(_ => Failures.Next(failure));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            client.CancelOrderAsync("7", Token)
        );

        Assert.EndsWith(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_whose_answer_cannot_be_read_was_carried_out()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200, "<html>"));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        ConnectorRequestException write = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            client.UpdateOrderAsync("7", new Order { Name = "pears" }, Token)
        );
        ConnectorRequestException read = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal(("UnreadableAnswer", 1, true), (write.ErrorCode, write.Attempts, write.MayHaveBeenCarriedOut));
        Assert.Equal((1, false), (read.Attempts, read.MayHaveBeenCarriedOut));
        Assert.Equal(2, network.Count);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_at_once()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(500, ""));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = _time });
        using CancellationTokenSource source = new();

        Task call = client.GetOrderAsync("7", source.Token);
        await _time.SomebodyWaitsAsync();
        await source.CancelAsync();
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(1, network.Count);
    }

    [Fact]
    public async Task Disposing_the_client_ends_a_wait_at_once()
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(500, ""));
        OrdersClient client = network.CreateClient(new() { TimeProvider = _time });

        Task call = client.GetOrderAsync("7", Token);
        await _time.SomebodyWaitsAsync();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    private Task<Azure.Response<Order>> RunAsync(OrdersClient client) => _time.RunAsync(client.GetOrderAsync("7", Token));
}
