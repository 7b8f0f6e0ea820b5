using System.Threading.RateLimiting;

namespace PowerConnectors.Throttling;

/// <summary>
/// An exact sliding log: in no stretch of time of the window's length do more than the stated calls leave, and who waits goes first come first served at the
/// instant at which one may. A permit counts from when its call really leaves, as the caller may have to wait for another limit, a pause or a token after it.
/// </summary>
internal sealed class SlidingLogLimiter : RateLimiter
{
    private readonly Lock _lock = new();
    private readonly int _queueLimit;
    private readonly CallLog _log;
    private readonly ITimer _timer;
    private readonly LinkedList<Waiter> _waiting = new();
    private long _granted;
    private long _refused;
    private bool _disposed;

    public SlidingLogLimiter(ConnectorLimit limit, int queueLimit, TimeProvider time)
    {
        _queueLimit = queueLimit;
        _log = new CallLog(limit.Calls, limit.Window, time);
        _timer = time.CreateTimer(
            static state => ((SlidingLogLimiter)state!).OnTimer(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>How long nothing of what happened has borne on calls to come.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                _log.Forget();
                return _waiting.Count == 0 ? _log.Idle : null;
            }
        }
    }

    /// <summary>How long until the oldest call of the window no longer counts; <see langword="null"/> if none counts.</summary>
    public TimeSpan? UntilNextExpiry
    {
        get
        {
            lock (_lock)
            {
                _log.Forget();
                return _log.UntilNextExpiry;
            }
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            _log.Forget();
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = _log.Free,
                CurrentQueuedCount = _waiting.Count,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    /// <summary>Waits for a permit.</summary>
    /// <param name="again">Whether the call has been sent before: it came before all who wait for their first time, and is not turned away.</param>
    /// <param name="cancellationToken">Gives the place up.</param>
    public ValueTask<RateLimitLease> AcquireAsync(bool again, CancellationToken cancellationToken)
    {
        ValueTask<RateLimitLease> permit;
        Queue<Waiter>? granted;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ConnectorClient));
            cancellationToken.ThrowIfCancellationRequested();

            // What has become free by now is for those who wait, even if the timer has yet to say so.
            granted = Grant();
            permit =
                _waiting.Count == 0 && _log.Free > 0 ? ValueTask.FromResult<RateLimitLease>(Reserve())
                : !again && _waiting.Count >= _queueLimit ? ValueTask.FromResult<RateLimitLease>(Refuse())
                : new ValueTask<RateLimitLease>(Enqueue(again, cancellationToken));
        }

        Resume(granted);
        return permit;
    }

    /// <summary>How long the caller who came last of its kind waits at least.</summary>
    public TimeSpan WaitOfLast(bool again)
    {
        lock (_lock)
        {
            _log.Forget();
            return _log.WaitAt(Math.Max(0, Ahead(again) - 1));
        }
    }

    /// <summary>How long a caller who came now would wait at least.</summary>
    public TimeSpan WaitOfNext(bool again)
    {
        lock (_lock)
        {
            _log.Forget();
            return _log.WaitAt(Ahead(again));
        }
    }

    internal void Leave()
    {
        lock (_lock)
        {
            _log.Leave();
            Arm();
        }
    }

    internal void GiveBack()
    {
        Queue<Waiter>? granted;
        lock (_lock)
        {
            _log.GiveBack();
            granted = Grant();
        }

        Resume(granted);
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        Check(permitCount);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ConnectorClient));
            _log.Forget();
            bool free = _waiting.Count == 0 && _log.Free > 0;
            return permitCount == 0 ? Permit.Probe(free)
                : free ? Reserve()
                : Refuse();
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Check(permitCount);
        return permitCount == 0 ? ValueTask.FromResult(AttemptAcquireCore(permitCount)) : AcquireAsync(again: false, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Waiter[] abandoned;
            lock (_lock)
            {
                _disposed = true;
                abandoned = [.. _waiting];
                _waiting.Clear();
                _timer.Dispose();
            }

            foreach (Waiter waiter in abandoned)
            {
                waiter.Cancellation.Unregister();
                waiter.TrySetException(new ObjectDisposedException(nameof(ConnectorClient)));
            }
        }

        base.Dispose(disposing);
    }

    private static void Check(int permitCount) => ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, 1);

    private Permit Reserve()
    {
        _log.Reserve();
        _granted++;
        return new Permit(this);
    }

    private Permit Refuse()
    {
        _refused++;
        return Permit.Refused(_log.WaitAt(_waiting.Count));
    }

    private int Ahead(bool again)
    {
        int ahead = _waiting.Count;
        for (LinkedListNode<Waiter>? last = _waiting.Last; again && last is { Value.Again: false }; last = last.Previous)
        {
            ahead--;
        }

        return ahead;
    }

    private Task<RateLimitLease> Enqueue(bool again, CancellationToken cancellationToken)
    {
        LinkedListNode<Waiter>? next = again ? _waiting.First : null;
        while (next is { Value.Again: true })
        {
            next = next.Next;
        }

        Waiter waiter = new(this, again);
        waiter.Place = next is null ? _waiting.AddLast(waiter) : _waiting.AddBefore(next, waiter);

        // Within the lock, so that no grant comes in between; a token that is cancelled by now calls back at once, which the lock allows.
        waiter.Cancellation = cancellationToken.UnsafeRegister(
            static (state, token) => ((Waiter)state!).Limiter.GiveUp((Waiter)state, token),
            waiter
        );
        Arm();
        return waiter.Task;
    }

    private void OnTimer()
    {
        Queue<Waiter>? granted;
        lock (_lock)
        {
            granted = Grant();
        }

        Resume(granted);
    }

    private Queue<Waiter>? Grant()
    {
        Queue<Waiter>? granted = null;
        _log.Forget();
        while (_waiting.First is { } first && _log.Free > 0)
        {
            _waiting.RemoveFirst();
            first.Value.Permit = Reserve();
            (granted ??= []).Enqueue(first.Value);
        }

        Arm();
        return granted;
    }

    // In order and one after the other, so that those who go at the same instant come to the next limit as they came to this one. Outside the lock, as they run here.
    private static void Resume(Queue<Waiter>? granted)
    {
        foreach (Waiter waiter in granted ?? [])
        {
            waiter.Cancellation.Unregister();
            waiter.TrySetResult(waiter.Permit!);
        }
    }

    private void Arm()
    {
        if (_waiting.Count > 0 && !_disposed && _log.UntilNextExpiry is { } due)
        {
            _timer.Change(TimerLength.Of(due), Timeout.InfiniteTimeSpan);
        }
    }

    private void GiveUp(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiter.Place?.List is null)
            {
                return;
            }

            _waiting.Remove(waiter.Place);
        }

        waiter.TrySetCanceled(cancellationToken);
    }

    private sealed class Waiter(SlidingLogLimiter limiter, bool again) : TaskCompletionSource<RateLimitLease>
    {
        public SlidingLogLimiter Limiter => limiter;

        public bool Again => again;

        public LinkedListNode<Waiter>? Place { get; set; }

        public Permit? Permit { get; set; }

        public CancellationTokenRegistration Cancellation { get; set; }
    }
}
