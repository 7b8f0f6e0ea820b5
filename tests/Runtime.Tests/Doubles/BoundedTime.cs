using Microsoft.Extensions.Time.Testing;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A clock that goes on by hand, and on which nobody can set timers at one instant without end: a test fails, where it would hang.</summary>
internal class BoundedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private const int MostAtOneInstant = 10_000;

    private readonly Lock _lock = new();
    private DateTimeOffset _instant;
    private int _set;

    public BoundedTime()
        : this(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)) { }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new BoundedTimer(base.CreateTimer(callback, state, dueTime, period), this);

    private void Count()
    {
        lock (_lock)
        {
            DateTimeOffset now = GetUtcNow();
            _set = now == _instant ? _set + 1 : 1;
            _instant = now;
            Assert.True(_set <= MostAtOneInstant, $"At {now:O} timers have been set {_set} times.");
        }
    }

    private sealed class BoundedTimer(ITimer timer, BoundedTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Count();
            return timer.Change(dueTime, period);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
