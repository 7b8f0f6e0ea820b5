using System.Threading.RateLimiting;

namespace PowerConnectors.Throttling;

/// <summary>The budget of one connection: a limiter for each of its limits, and the pauses that the service asks for.</summary>
internal sealed class ConnectionThrottle : IDisposable
{
    private readonly List<(ConnectorLimit Limit, RateLimiter Limiter)> _limiters = [];
    private readonly PauseGate _gate;
    private readonly int _queueLimit;

    public ConnectionThrottle(
        IReadOnlyList<ConnectorLimit> limits,
        int queueLimit,
        TimeProvider time,
        Func<ConnectorLimit, RateLimiter?>? createLimiter = null
    )
    {
        Limits = limits;
        TimeProvider = time;
        _queueLimit = queueLimit;
        _gate = new PauseGate(time);
        try
        {
            // The scarcest first: who waits for it holds no permit of another, so that nobody waits behind a budget that is not their own.
            foreach (ConnectorLimit limit in limits.OrderBy(static limit => limit.Calls / limit.Window.TotalSeconds))
            {
                _limiters.Add((limit, createLimiter?.Invoke(limit) ?? new SlidingLogLimiter(limit, queueLimit, time)));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IReadOnlyList<ConnectorLimit> Limits { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>Whether nothing of what happened so far bears on calls to come.</summary>
    public bool IsIdle =>
        _gate.Remaining == TimeSpan.Zero && _gate.Waiting == 0 && _limiters.All(static entry => entry.Limiter.IdleDuration is not null);

    public ConnectorBudget Budget
    {
        get
        {
            DateTimeOffset now = TimeProvider.GetUtcNow();
            TimeSpan pause = _gate.Remaining;
            return new ConnectorBudget(
                [.. _limiters.Select(entry => Describe(entry.Limit, entry.Limiter, now))],
                pause > TimeSpan.Zero ? now + pause : null
            );
        }
    }

    public void Pause(TimeSpan length) => _gate.Pause(length);

    /// <summary>Waits until a call may leave.</summary>
    /// <param name="operationName">The operation, for exceptions.</param>
    /// <param name="method">Its method, which says what limits count it.</param>
    /// <param name="again">Whether the call has been sent before; it goes ahead of those that have not.</param>
    /// <param name="cancellationToken">Gives the place up.</param>
    /// <returns>The permits, which count from when the call says that it leaves; to be disposed when it has ended.</returns>
    /// <exception cref="ConnectorThrottledException">Too many wait already.</exception>
    public async ValueTask<PermitSet> AcquireAsync(string operationName, HttpMethod method, bool again, CancellationToken cancellationToken)
    {
        PermitSet permits = new();
        try
        {
            foreach ((ConnectorLimit limit, RateLimiter limiter) in _limiters)
            {
                if (!limit.Counts(method))
                {
                    continue;
                }

                RateLimitLease permit = await AcquireAsync(limiter, again, cancellationToken).ConfigureAwait(false);
                permits.Add(permit);
                if (!permit.IsAcquired)
                {
                    throw new ConnectorThrottledException(operationName, again, $"the limit of {limit}", Longest(WaitOf(permit)));
                }
            }

            if (!again && _gate.Waiting >= _queueLimit && _gate.Remaining is { Ticks: > 0 } pause)
            {
                throw new ConnectorThrottledException(operationName, again, "the pause that the service asked for", pause);
            }

            await _gate.PassAsync(cancellationToken).ConfigureAwait(false);

            // Permit and cancellation may come at the same time.
            cancellationToken.ThrowIfCancellationRequested();
            return permits;
        }
        catch
        {
            permits.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _gate.Dispose();
        foreach ((_, RateLimiter limiter) in _limiters)
        {
            limiter.Dispose();
        }
    }

    private static ValueTask<RateLimitLease> AcquireAsync(RateLimiter limiter, bool again, CancellationToken cancellationToken) =>
        limiter is SlidingLogLimiter log ? log.AcquireAsync(again, cancellationToken) : limiter.AcquireAsync(1, cancellationToken);

    private static TimeSpan? WaitOf(RateLimitLease refusal) =>
        refusal.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : null;

    private TimeSpan? Longest(TimeSpan? wait) => wait is { } known && known < _gate.Remaining ? _gate.Remaining : wait;

    private static ConnectorLimitStatus Describe(ConnectorLimit limit, RateLimiter limiter, DateTimeOffset now)
    {
        RateLimiterStatistics? statistics = limiter.GetStatistics();
        return new ConnectorLimitStatus(
            limit,
            statistics?.CurrentAvailablePermits,
            statistics?.CurrentQueuedCount,
            now + (limiter as SlidingLogLimiter)?.UntilNextExpiry
        );
    }
}
