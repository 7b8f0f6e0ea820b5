using System.Threading.RateLimiting;
using PowerConnectors.Runtime.Tests.Doubles;
using PowerConnectors.Throttling;

namespace PowerConnectors.Runtime.Tests.Throttling;

public sealed class LimiterTests
{
    private readonly BoundedTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_wait_that_a_full_queue_refuses_is_the_one_that_there_would_have_been()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            Random random = new(seed);
            int calls = random.Next(1, 6);
            int queue = random.Next(0, 15);
            BoundedTime time = new();
            using SlidingLogLimiter limiter = new(new ConnectorLimit(calls, TimeSpan.FromSeconds(60)), queue, time);
            for (int i = 0; i < calls; i++)
            {
                time.Advance(TimeSpan.FromSeconds(random.Next(0, 9)));
                Leave(limiter.AttemptAcquire());
            }

            Task<RateLimitLease>[] waiting = [.. Enumerable.Range(0, queue).Select(_ => Acquire(limiter))];
            RateLimitLease refused = limiter.AttemptAcquire();
            Assert.False(refused.IsAcquired);
            Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait));
            Assert.False((await Acquire(limiter).Soon()).IsAcquired);
            Assert.True(limiter.AttemptAcquire(0) is { IsAcquired: false });

            // Those who wait leave as they may; one more, who comes last when the others have left, would have left after just that time.
            TimeSpan passed = TimeSpan.Zero;
            List<Task<RateLimitLease>> rest = [.. waiting];
            Task<RateLimitLease>? last = null;
            while (last is not { IsCompleted: true })
            {
                foreach (Task<RateLimitLease> ready in rest.Where(static task => task.IsCompleted).ToArray())
                {
                    rest.Remove(ready);
                    Leave(await ready);
                }

                last ??= rest.Count == 0 ? limiter.AcquireAsync(again: true, Token).AsTask() : null;
                if (last is not { IsCompleted: true })
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    passed += TimeSpan.FromSeconds(1);
                    Assert.True(
                        passed <= wait,
                        $"seed {seed}: {rest.Count} calls still wait after {passed}, which the refusal said is enough"
                    );
                }
            }

            Assert.Equal(wait, passed);
        }
    }

    [Fact]
    public async Task What_was_sent_before_goes_ahead_in_its_own_order()
    {
        using SlidingLogLimiter limiter = Make(1, queue: 2);
        Leave(limiter.AttemptAcquire());

        Task<RateLimitLease>[] order =
        [
            Acquire(limiter),
            Acquire(limiter),
            limiter.AcquireAsync(again: true, Token).AsTask(),
            limiter.AcquireAsync(again: true, Token).AsTask(),
        ];
        List<int> granted = [];
        while (granted.Count < order.Length)
        {
            _time.Advance(TimeSpan.FromSeconds(60));
            int next = Assert.Single(Enumerable.Range(0, order.Length), i => order[i].IsCompleted && !granted.Contains(i));
            granted.Add(next);
            Leave(await order[next]);
        }

        Assert.Equal([2, 3, 0, 1], granted);
    }

    [Fact]
    public async Task Who_gives_up_frees_the_place_in_the_queue_at_once()
    {
        using SlidingLogLimiter limiter = Make(1, queue: 1);
        Leave(limiter.AttemptAcquire());
        using CancellationTokenSource source = new();

        Task<RateLimitLease> impatient = limiter.AcquireAsync(1, source.Token).AsTask();
        Assert.Equal(1, limiter.GetStatistics().CurrentQueuedCount);
        await source.CancelAsync();
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.Soon());

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(0, limiter.GetStatistics().CurrentQueuedCount);
        Assert.False(Acquire(limiter).IsCompleted);
    }

    [Fact]
    public void A_permit_that_is_given_back_goes_to_the_next_at_once()
    {
        using SlidingLogLimiter limiter = Make(1);
        RateLimitLease first = limiter.AttemptAcquire();
        Task<RateLimitLease> second = Acquire(limiter);
        Assert.False(second.IsCompleted);

        first.Dispose();
        first.Dispose();

        Assert.True(second.IsCompleted);
        Assert.Equal(0, limiter.GetStatistics().CurrentAvailablePermits);
    }

    [Fact]
    public void A_permit_is_for_one_call()
    {
        using SlidingLogLimiter limiter = Make(2);
        Permit permit = (Permit)limiter.AttemptAcquire();
        permit.Leave();
        permit.Leave();
        permit.Dispose();

        Assert.Equal(1, limiter.GetStatistics().CurrentAvailablePermits);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(2, limiter.GetStatistics().CurrentAvailablePermits);
    }

    [Fact]
    public async Task Disposing_ends_every_wait()
    {
        SlidingLogLimiter limiter = Make(1);
        limiter.AttemptAcquire();
        Task<RateLimitLease> waiting = Acquire(limiter);

        limiter.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.Soon());
        Assert.Throws<ObjectDisposedException>(() => limiter.AttemptAcquire());
    }

    [Fact]
    public void A_window_longer_than_timers_reach_and_parts_of_milliseconds_are_kept()
    {
        foreach (TimeSpan window in (TimeSpan[])[TimeSpan.FromDays(100), TimeSpan.FromTicks(15_001)])
        {
            using SlidingLogLimiter limiter = new(new ConnectorLimit(1, window), 1, _time);
            Leave(limiter.AttemptAcquire());
            Task<RateLimitLease> waiting = Acquire(limiter);

            TimeSpan step = window / 200;
            for (int i = 0; i < 199; i++)
            {
                _time.Advance(step);
                Assert.False(waiting.IsCompleted);
            }

            _time.Advance(step + TimeSpan.FromMilliseconds(1));
            Assert.True(waiting.IsCompleted);
        }
    }

    [Fact]
    public void It_is_idle_when_nothing_counts()
    {
        using SlidingLogLimiter limiter = Make(1);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(5, limiter.IdleDuration!.Value.TotalSeconds);

        RateLimitLease permit = limiter.AttemptAcquire();
        Assert.Null(limiter.IdleDuration);
        Leave(permit);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(limiter.IdleDuration);
        Assert.Equal(1, limiter.UntilNextExpiry!.Value.TotalSeconds);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(2, limiter.IdleDuration!.Value.TotalSeconds);
        Assert.Null(limiter.UntilNextExpiry);
    }

    /// <summary>Real time and threads: permits are neither lost nor made up, whoever gives up when.</summary>
    [Fact]
    public async Task Nothing_is_lost_when_all_happens_at_once()
    {
        using SlidingLogLimiter limiter = new(new ConnectorLimit(40, TimeSpan.FromMilliseconds(20)), int.MaxValue, TimeProvider.System);
        int left = 0;
        Task[] callers =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(caller =>
                    Task.Run(
                        async () =>
                        {
                            Random random = new(caller);
                            for (int i = 0; i < 100; i++)
                            {
                                using CancellationTokenSource source = new();
                                Task<RateLimitLease> waiting = limiter.AcquireAsync(1, source.Token).AsTask();
                                if (random.Next(3) == 0)
                                {
                                    await source.CancelAsync();
                                }

                                await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                                if (waiting.IsCompletedSuccessfully)
                                {
                                    using RateLimitLease permit = await waiting;
                                    if (random.Next(4) > 0)
                                    {
                                        ((Permit)permit).Leave();
                                        Interlocked.Increment(ref left);
                                    }
                                }
                            }
                        },
                        Token
                    )
                ),
        ];
        await Task.WhenAll(callers).Soon();

        RateLimiterStatistics statistics = limiter.GetStatistics();
        Assert.Equal(0, statistics.CurrentQueuedCount);
        Assert.InRange(left, 1, (int)statistics.TotalSuccessfulLeases);
        Task<RateLimitLease>[] all = [.. Enumerable.Range(0, 40).Select(_ => Acquire(limiter))];
        Assert.All(await Task.WhenAll(all).Soon(), static permit => Assert.True(permit.IsAcquired));
    }

    private static bool Leave(RateLimitLease permit)
    {
        Assert.True(permit.IsAcquired);
        ((Permit)permit).Leave();
        return true;
    }

    private static Task<RateLimitLease> Acquire(SlidingLogLimiter limiter) => limiter.AcquireAsync(1, Token).AsTask();

    private SlidingLogLimiter Make(int calls, int queue = 10) => new(new ConnectorLimit(calls, TimeSpan.FromSeconds(60)), queue, _time);
}
