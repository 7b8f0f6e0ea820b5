using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PowerConnectors.Emulator.Tests.Faults;

/// <summary>A clock that stands still and says when somebody begins to wait for it, and when they no longer do.</summary>
internal sealed class SignallingTime() : FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<bool> _begun = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> _ended = Channel.CreateUnbounded<bool>();

    /// <summary>The next wait that begins.</summary>
    public Task WaitBegunAsync() => _begun.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    /// <summary>The next wait that ends.</summary>
    public Task WaitEndedAsync() => _ended.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(base.CreateTimer(callback, state, dueTime, period), _ended.Writer);
        _begun.Writer.TryWrite(true);
        return timer;
    }

    private sealed class Timer(ITimer timer, ChannelWriter<bool> ended) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            ended.TryWrite(true);
        }

        public async ValueTask DisposeAsync()
        {
            await timer.DisposeAsync();
            ended.TryWrite(true);
        }
    }
}
