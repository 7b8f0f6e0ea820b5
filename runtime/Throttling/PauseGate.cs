namespace PowerConnectors.Throttling;

/// <summary>Holds all calls of a connection back for as long as the service asked to be left alone.</summary>
internal sealed class PauseGate(TimeProvider time) : IDisposable
{
    // A service that asks for more has made a mistake, which must not hold calls up for good.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private long _pausedAt;
    private TimeSpan _length;
    private readonly LinkedList<Waiter> _waiting = new();
    private ITimer? _timer;
    private bool _disposed;

    /// <summary>How long the pause still lasts; zero if there is none.</summary>
    public TimeSpan Remaining
    {
        get
        {
            lock (_lock)
            {
                return RemainingNow;
            }
        }
    }

    /// <summary>How many calls wait for the end of the pause.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    private TimeSpan RemainingNow
    {
        get
        {
            TimeSpan remaining = _length == TimeSpan.Zero ? TimeSpan.Zero : _length - time.GetElapsedTime(_pausedAt);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    /// <summary>Pauses for a time; of two pauses the one that ends later counts.</summary>
    /// <returns>Whether this one does.</returns>
    public bool Pause(TimeSpan length)
    {
        length = length < s_longest ? length : s_longest;
        lock (_lock)
        {
            if (length <= RemainingNow)
            {
                return false;
            }

            _pausedAt = time.GetTimestamp();
            _length = length;
            Arm();
            return true;
        }
    }

    /// <summary>Waits until there is no pause.</summary>
    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        // A new pause may begin between the end of one and the moment at which the waiting caller runs again.
        while (Enqueue(cancellationToken) is { } waiter)
        {
            await waiter.Task.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        Waiter[] abandoned;
        lock (_lock)
        {
            _disposed = true;
            _timer?.Dispose();
            abandoned = TakeAll();
        }

        foreach (Waiter waiter in abandoned)
        {
            waiter.Cancellation.Unregister();
            waiter.TrySetException(new ObjectDisposedException(nameof(ConnectorClient)));
        }
    }

    private Waiter? Enqueue(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ConnectorClient));
            if (RemainingNow == TimeSpan.Zero)
            {
                return null;
            }

            Waiter waiter = new(this);
            waiter.Place = _waiting.AddLast(waiter);

            // Within the lock, so that it is there when the pause ends; a token that is cancelled by now calls back at once, which the lock allows.
            waiter.Cancellation = cancellationToken.UnsafeRegister(
                static (state, token) => ((Waiter)state!).Gate.GiveUp((Waiter)state, token),
                waiter
            );

            // The pause may end in this very moment, and a timer may ring before it has been set to the end.
            Arm();
            return waiter;
        }
    }

    private Waiter[] TakeAll()
    {
        Waiter[] all = [.. _waiting];
        _waiting.Clear();
        return all;
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

    private void Arm()
    {
        if (_waiting.Count == 0 || _disposed)
        {
            return;
        }

        _timer ??= time.CreateTimer(
            static state => ((PauseGate)state!).OnTimer(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        _timer.Change(TimerLength.Of(RemainingNow), Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        Waiter[] released;
        lock (_lock)
        {
            if (RemainingNow > TimeSpan.Zero)
            {
                Arm();
                return;
            }

            released = TakeAll();
        }

        // In the order in which they came, each on a thread of its own, as others' code may run behind it. The queue that all threads share keeps the order.
        foreach (Waiter waiter in released)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static waiter => waiter.Pass(), waiter, preferLocal: false);
        }
    }

    private sealed class Waiter(PauseGate gate) : TaskCompletionSource
    {
        public PauseGate Gate => gate;

        public LinkedListNode<Waiter>? Place { get; set; }

        public CancellationTokenRegistration Cancellation { get; set; }

        public void Pass()
        {
            Cancellation.Unregister();
            TrySetResult();
        }
    }
}
