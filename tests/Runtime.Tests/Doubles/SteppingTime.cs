using System.Threading.Channels;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A clock that goes on only when somebody waits for it, and then by as much as they wait: hours pass at once, and no test sleeps.</summary>
internal sealed class SteppingTime : BoundedTime
{
    // Far beyond what any test needs: a limiter that never hands out what it owes would have the time pass without end.
    private const int MostSteps = 100_000;

    // Of real time, for a call that neither ends nor sets a timer.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Channel<TimeSpan> _set = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>What has been waited for so far.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>What has been waited for so far, in seconds.</summary>
    public IEnumerable<double> Seconds => Waits.Select(static wait => wait.TotalSeconds);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        Note(dueTime);
        return new NotingTimer(timer, this);
    }

    /// <summary>Has the time pass that a call needs.</summary>
    public async Task<T> RunAsync<T>(Task<T> call)
    {
        await RunAsync((Task)call);
        return await call;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public async Task RunAsync(Task call)
    {
        DateTimeOffset start = GetUtcNow();
        while (!call.IsCompleted)
        {
            Task set = _set.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();
            Task patience = Task.Delay(s_patience, TimeProvider.System, TestContext.Current.CancellationToken);
            Assert.True(
                await Task.WhenAny(call, set, patience) != patience,
                $"The call neither ends nor waits for the clock after {GetUtcNow() - start}."
            );
            while (!call.IsCompleted && _set.Reader.TryRead(out TimeSpan wait))
            {
                Waits.Add(wait);
                Assert.True(Waits.Count <= MostSteps, $"The call has not ended after {MostSteps} timers and {GetUtcNow() - start}.");
                Advance(wait);
            }
        }

        await call;
    }

    /// <summary>Returns when somebody waits, and leaves them waiting.</summary>
    public ValueTask<TimeSpan> SomebodyWaitsAsync() => _set.Reader.ReadAsync(TestContext.Current.CancellationToken);

    private void Note(TimeSpan dueTime)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _set.Writer.TryWrite(dueTime);
        }
    }

    private sealed class NotingTimer(ITimer timer, SteppingTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool changed = timer.Change(dueTime, period);
            time.Note(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
