using System.Threading.RateLimiting;
using PowerConnectors.Retries;

namespace PowerConnectors.Throttling;

/// <summary>The budget of one connection: a limiter for each of its limits, and the pauses that the service asks for.</summary>
internal sealed class ConnectionThrottle : IDisposable
{
    private const string ServicesPause = "the pause that the service asked for";

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
            ConnectorLimit[] scarcestFirst = [.. limits];
            Array.Sort(scarcestFirst, static (one, other) => Rate(one).CompareTo(Rate(other)));
            foreach (ConnectorLimit limit in scarcestFirst)
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
        _gate.Remaining == TimeSpan.Zero
        && _gate.Waiting == 0
        && _limiters.TrueForAll(static entry => entry.Limiter.IdleDuration is not null);

    public ConnectorBudget Budget
    {
        get
        {
            DateTimeOffset now = TimeProvider.GetUtcNow();
            TimeSpan pause = _gate.Remaining;
            return new ConnectorBudget(_limiters.ConvertAll(entry => Describe(entry.Limit, entry.Limiter, now)))
            {
                PausedUntil = pause > TimeSpan.Zero ? now + pause : null,
            };
        }
    }

    /// <summary>How long the pause that the service asked for still lasts; zero if there is none.</summary>
    public TimeSpan Pausing => _gate.Remaining;

    /// <summary>Holds all calls back.</summary>
    /// <returns>Whether they are held back longer than they were before.</returns>
    public bool Pause(TimeSpan length) => _gate.Pause(length);

    /// <summary>Waits for a permit of each limit that counts the call.</summary>
    /// <param name="operationName">The operation, for exceptions.</param>
    /// <param name="method">Its method, which says what limits count it.</param>
    /// <param name="again">Whether the call has been sent before; it goes ahead of those that have not.</param>
    /// <param name="patience">How long the call may wait at most; <see langword="null"/> for any time.</param>
    /// <param name="announce">Is told for which limit a wait begins, and how long it takes at least, where that is known.</param>
    /// <param name="cancellationToken">Gives the place up.</param>
    /// <returns>The permits, which count from when the call says that it leaves; to be disposed when it has ended.</returns>
    /// <exception cref="ConnectorThrottledException">Too many wait already.</exception>
    /// <exception cref="RetryTooLateException">The call would have to wait longer than it may.</exception>
    public async ValueTask<PermitSet> AcquireAsync(
        string operationName,
        HttpMethod method,
        bool again,
        TimeSpan? patience,
        Action<ConnectorLimit, TimeSpan>? announce,
        CancellationToken cancellationToken
    )
    {
        PermitSet permits = new();
        bool waited = false;
        try
        {
            foreach ((ConnectorLimit limit, RateLimiter limiter) in _limiters)
            {
                if (!limit.Counts(method))
                {
                    continue;
                }

                if (patience is { } most && limiter is SlidingLogLimiter log && log.WaitOfNext(again) is var wait && wait > most)
                {
                    throw new RetryTooLateException($"the limit of {limit}", wait);
                }

                ValueTask<RateLimitLease> acquiring = AcquireAsync(limiter, again, cancellationToken);
                if (!acquiring.IsCompleted)
                {
                    waited = true;
                    Announce(limit, limiter, again, announce);
                }

                RateLimitLease permit = await acquiring.ConfigureAwait(false);
                permits.Add(permit);
                if (!permit.IsAcquired)
                {
                    throw new ConnectorThrottledException(operationName, again, $"the limit of {limit}", Longest(WaitOf(permit)));
                }
            }

            // Permit and cancellation may come at the same time.
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch
        {
            await LeaveOthersAloneAsync(waited).ConfigureAwait(false);
            permits.Dispose();
            throw;
        }

        await LeaveOthersAloneAsync(waited).ConfigureAwait(false);
        return permits;
    }

    /// <summary>Waits until the service may be called again, if it asked to be left alone.</summary>
    /// <inheritdoc cref="AcquireAsync(string, HttpMethod, bool, TimeSpan?, Action{ConnectorLimit, TimeSpan}?, CancellationToken)"/>
    public ValueTask PassAsync(string operationName, bool again, TimeSpan? patience, CancellationToken cancellationToken)
    {
        TimeSpan pause = _gate.Remaining;
        return pause > patience ? throw new RetryTooLateException(ServicesPause, pause)
            : !again && pause > TimeSpan.Zero && _gate.Waiting >= _queueLimit
                ? throw new ConnectorThrottledException(operationName, again, ServicesPause, pause)
            : _gate.PassAsync(cancellationToken);
    }

    public void Dispose()
    {
        _gate.Dispose();
        foreach ((_, RateLimiter limiter) in _limiters)
        {
            limiter.Dispose();
        }
    }

    private static double Rate(ConnectorLimit limit) => limit.Calls / limit.Window.TotalSeconds;

    // Who waited runs where the limiter resumes one after the other: what follows must not keep the next one waiting.
    private static async ValueTask LeaveOthersAloneAsync(bool waited)
    {
        if (waited)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
    }

    private static void Announce(ConnectorLimit limit, RateLimiter limiter, bool again, Action<ConnectorLimit, TimeSpan>? announce)
    {
        if (announce is not null && limiter is SlidingLogLimiter log)
        {
            announce(limit, log.WaitOfLast(again));
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
        return new ConnectorLimitStatus(limit)
        {
            Remaining = statistics?.CurrentAvailablePermits,
            Waiting = statistics?.CurrentQueuedCount,
            RenewsOn = now + (limiter as SlidingLogLimiter)?.UntilNextExpiry,
        };
    }
}
