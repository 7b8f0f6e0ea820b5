using PowerConnectors.Runtime.Tests.Doubles;
using PowerConnectors.Throttling;

namespace PowerConnectors.Runtime.Tests.Throttling;

/// <summary>The budget of one connection: several limits, and pauses.</summary>
public sealed class ThrottleTests : IDisposable
{
    private static readonly ConnectorLimit s_calls = new(10, TimeSpan.FromSeconds(60));
    private static readonly ConnectorLimit s_writes = new(2, TimeSpan.FromHours(1)) { ExceptMethods = ["GET"] };

    private readonly BoundedTime _time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly ConnectionThrottle _throttle;

    public ThrottleTests() => _throttle = new ConnectionThrottle([s_calls, s_writes], queueLimit: 3, _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _throttle.Dispose();

    [Fact]
    public async Task Reads_go_while_writes_wait_for_their_own_budget()
    {
        await SendAsync(HttpMethod.Post);
        await SendAsync(HttpMethod.Delete);
        Task<PermitSet> write = AcquireAsync(HttpMethod.Patch);

        for (int i = 0; i < 8; i++)
        {
            await SendAsync(HttpMethod.Get);
        }

        Assert.False(write.IsCompleted);
        ConnectorBudget budget = _throttle.Budget;
        Assert.Equal([s_writes, s_calls], budget.Limits.Select(static status => status.Limit));
        Assert.Equal([(0, 1), (0, 0)], budget.Limits.Select(static status => (status.Remaining, status.Waiting)));
        Assert.Equal(
            [_time.GetUtcNow().AddHours(1), _time.GetUtcNow().AddSeconds(60)],
            budget.Limits.Select(static status => status.RenewsOn)
        );

        // While it waited, the write held no place among the calls.
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(10, _throttle.Budget.Limits[1].Remaining);
        _time.Advance(TimeSpan.FromHours(1));
        (await write).Leave();
        Assert.Equal([1, 9], _throttle.Budget.Limits.Select(static status => status.Remaining));
    }

    [Fact]
    public async Task Who_goes_on_at_the_same_instant_comes_to_the_next_limit_in_order()
    {
        const int Count = 20;
        ConnectorLimit calls = new(Count, TimeSpan.FromSeconds(1));
        ConnectorLimit writes = new(Count, TimeSpan.FromHours(1)) { ExceptMethods = ["GET"] };
        using ConnectionThrottle throttle = new([calls, writes], Count, _time);
        for (int i = 0; i < Count; i++)
        {
            await LeaveAsync(HttpMethod.Post);
        }

        List<Task<PermitSet>> waiting = [.. Enumerable.Range(0, Count).Select(_ => AcquireOfAsync(HttpMethod.Post))];

        // When all writes renew at once, all calls are in use, and renew one by one.
        TimeSpan step = TimeSpan.FromMilliseconds(50);
        _time.Advance(writes.Window - (step * Count));
        for (int i = 0; i < Count; i++)
        {
            await LeaveAsync(HttpMethod.Get);
            _time.Advance(step);
        }

        // They are in line by now, not when threads come round to it: that alone keeps the order.
        Assert.Equal((Count, Count - 1), (waiting.Count, throttle.Budget.Limits.Single(status => status.Limit == calls).Waiting));
        while (waiting.Count > 0)
        {
            Task<PermitSet> next = await Task.WhenAny(waiting).Soon();
            Assert.Same(waiting[0], next);
            (await next).Leave();
            waiting.RemoveAt(0);
            _time.Advance(step);
        }

        async Task LeaveAsync(HttpMethod method)
        {
            using PermitSet permits = await AcquireOfAsync(method).Soon();
            permits.Leave();
        }

        Task<PermitSet> AcquireOfAsync(HttpMethod method) =>
            throttle.AcquireAsync("Order", method, again: false, patience: null, announce: null, Token).AsTask();
    }

    [Fact]
    public async Task A_write_that_gives_up_while_it_waits_for_the_calls_gives_its_write_back()
    {
        for (int i = 0; i < 10; i++)
        {
            await SendAsync(HttpMethod.Get);
        }

        using CancellationTokenSource source = new();
        Task<PermitSet> write = AcquireAsync(HttpMethod.Post, cancellationToken: source.Token);
        Assert.Equal([1, 0], _throttle.Budget.Limits.Select(static status => status.Remaining));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);

        Assert.Equal([2, 0], _throttle.Budget.Limits.Select(static status => status.Remaining));
        Assert.Equal(0, _throttle.Budget.Limits[1].Waiting);
    }

    [Fact]
    public async Task A_full_queue_says_which_limit_and_how_long()
    {
        for (int i = 0; i < 10; i++)
        {
            await SendAsync(HttpMethod.Get);
        }

        _time.Advance(TimeSpan.FromSeconds(18.5));
        Task<PermitSet>[] waiting = [.. Enumerable.Range(0, 3).Select(_ => AcquireAsync(HttpMethod.Get))];
        ConnectorThrottledException exception = await Assert.ThrowsAsync<ConnectorThrottledException>(() => AcquireAsync(HttpMethod.Get));
        _throttle.Pause(TimeSpan.FromSeconds(100));
        ConnectorThrottledException paused = await Assert.ThrowsAsync<ConnectorThrottledException>(() => AcquireAsync(HttpMethod.Get));

        Assert.Equal(("GetOrder", 41.5), (exception.OperationName, exception.WaitTime!.Value.TotalSeconds));
        Assert.Equal(
            "GetOrder was not sent: it would have had to wait for 42 s behind the calls that wait for the limit of 10 calls in 60 s already. "
                + "Call later, or raise ConnectorClientOptions.ThrottleQueueLimit.",
            exception.Message
        );
        Assert.Equal(100, paused.WaitTime!.Value.TotalSeconds);
        Assert.All(waiting, static call => Assert.False(call.IsCompleted));
    }

    [Fact]
    public async Task A_pause_holds_everybody_and_the_longer_one_counts()
    {
        _throttle.Pause(TimeSpan.FromSeconds(10));
        _throttle.Pause(TimeSpan.FromSeconds(4));
        Task<PermitSet> read = AcquireAsync(HttpMethod.Get);
        Task<PermitSet> write = AcquireAsync(HttpMethod.Post);
        Assert.Equal(_time.GetUtcNow().AddSeconds(10), _throttle.Budget.PausedUntil);

        _time.Advance(TimeSpan.FromSeconds(9));
        _throttle.Pause(TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(read.IsCompleted || write.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        (await read).Leave();
        (await write).Leave();
        Assert.Null(_throttle.Budget.PausedUntil);
        await SendAsync(HttpMethod.Get);
    }

    [Fact]
    public async Task Permits_that_wait_out_a_pause_count_from_when_they_leave()
    {
        _throttle.Pause(TimeSpan.FromSeconds(50));
        Task<PermitSet> held = AcquireAsync(HttpMethod.Get);
        Assert.Equal(9, _throttle.Budget.Limits[1].Remaining);
        _time.Advance(TimeSpan.FromSeconds(50));
        (await held).Leave();

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(9, _throttle.Budget.Limits[1].Remaining);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, _throttle.Budget.Limits[1].Remaining);
    }

    [Fact]
    public async Task The_queue_at_a_pause_is_bounded_too_and_giving_up_frees_it()
    {
        _throttle.Pause(TimeSpan.FromSeconds(50));
        using CancellationTokenSource source = new();
        Task<PermitSet> impatient = AcquireAsync(HttpMethod.Get, cancellationToken: source.Token);
        Task<PermitSet>[] waiting = [AcquireAsync(HttpMethod.Get), AcquireAsync(HttpMethod.Get)];

        ConnectorThrottledException exception = await Assert.ThrowsAsync<ConnectorThrottledException>(() => AcquireAsync(HttpMethod.Get));
        Task<PermitSet> again = AcquireAsync(HttpMethod.Get, again: true);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await Assert.ThrowsAsync<ConnectorThrottledException>(() => AcquireAsync(HttpMethod.Get));
        _time.Advance(TimeSpan.FromSeconds(50));

        Assert.Equal(50, exception.WaitTime!.Value.TotalSeconds);
        Assert.Contains("the pause that the service asked for", exception.Message, StringComparison.Ordinal);
        await Task.WhenAll([.. waiting, again]);
        Assert.Equal(7, _throttle.Budget.Limits[1].Remaining);
    }

    [Fact]
    public void A_pause_without_end_ends_after_a_day()
    {
        _throttle.Pause(TimeSpan.MaxValue);

        Assert.Equal(_time.GetUtcNow().AddDays(1), _throttle.Budget.PausedUntil);
    }

    [Fact]
    public async Task Disposing_ends_every_wait()
    {
        _throttle.Pause(TimeSpan.FromSeconds(50));
        Task<PermitSet> call = AcquireAsync(HttpMethod.Get);

        _throttle.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    private async Task<PermitSet> AcquireAsync(HttpMethod method, bool again = false, CancellationToken? cancellationToken = null)
    {
        CancellationToken token = cancellationToken ?? Token;
        PermitSet permits = await _throttle.AcquireAsync("GetOrder", method, again, patience: null, announce: null, token).Soon();
        try
        {
            await _throttle.PassAsync("GetOrder", again, patience: null, token).AsTask().Soon();
            return permits;
        }
        catch
        {
            permits.Dispose();
            throw;
        }
    }

    private async Task SendAsync(HttpMethod method)
    {
        using PermitSet permits = await AcquireAsync(method);
        permits.Leave();
    }
}
