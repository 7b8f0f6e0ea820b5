namespace PowerConnectors.Throttling;

/// <summary>Holds all calls of a connection back for as long as the service asked to be left alone.</summary>
internal sealed class PauseGate(TimeProvider time) : IDisposable
{
    // A service that asks for more has made a mistake, which must not hold calls up for good.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private long _pausedAt;
    private TimeSpan _length;
    private TaskCompletionSource? _opening;
    private int _waiting;
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
    public int Waiting => Volatile.Read(ref _waiting);

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
        while (WhenOpen() is { } opening)
        {
            Interlocked.Increment(ref _waiting);
            try
            {
                await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _timer?.Dispose();
            _opening?.TrySetException(new ObjectDisposedException(nameof(ConnectorClient)));
            _opening = null;
        }
    }

    private Task? WhenOpen()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ConnectorClient));
            if (RemainingNow == TimeSpan.Zero)
            {
                return null;
            }

            TaskCompletionSource opening = _opening ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

            // The pause may end in this very moment, and a timer may ring before it has been set to the end.
            Arm();
            return opening.Task;
        }
    }

    private void Arm()
    {
        if (_opening is null || _disposed)
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
        lock (_lock)
        {
            if (RemainingNow > TimeSpan.Zero)
            {
                Arm();
                return;
            }

            _opening?.TrySetResult();
            _opening = null;
        }
    }
}
