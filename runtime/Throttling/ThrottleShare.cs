namespace PowerConnectors.Throttling;

/// <summary>One client's part in a connection's budget, until it is disposed.</summary>
internal sealed class ThrottleShare(ConnectionThrottle throttle, Action leave) : IDisposable
{
    private Action? _leave = leave;

    public ConnectionThrottle Throttle => throttle;

    public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
}
