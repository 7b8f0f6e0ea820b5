namespace PowerConnectors.Throttling;

/// <summary>What a registry has of one connection. The numbers belong to the registry's lock, the budget to one of its own.</summary>
internal sealed class RegistryEntry : IDisposable
{
    /// <summary>How many clients have a part in it.</summary>
    public int Shares;

    /// <summary>How often one has come so far.</summary>
    public int Entered;

    private readonly Lock _making = new();
    private ConnectionThrottle? _throttle;

    /// <summary>Whether nothing of what happened so far bears on calls to come.</summary>
    public bool IsIdle => Volatile.Read(ref _throttle)?.IsIdle != false;

    /// <summary>What is left of each limit; empty if there is no budget yet, or no longer.</summary>
    public IReadOnlyList<ConnectorLimitStatus> LimitsNow
    {
        get
        {
            try
            {
                return Volatile.Read(ref _throttle)?.Budget.Limits ?? [];
            }
            catch (ObjectDisposedException)
            {
                // The last client has left while we asked.
                return [];
            }
        }
    }

    /// <summary>The budget, which the first who asks makes.</summary>
    public ConnectionThrottle GetThrottle(Func<ConnectionThrottle> make)
    {
        lock (_making)
        {
            return _throttle ??= make();
        }
    }

    public void Dispose() => _throttle?.Dispose();
}
