using System.Threading.RateLimiting;
using PowerConnectors.Telemetry;
using PowerConnectors.Throttling;

namespace PowerConnectors;

/// <summary>
/// Holds one budget per connection, which all clients of the connection share. A budget is remembered after its last client is disposed for as long as calls that left
/// count, so that clients that live shortly keep the limits too.
/// </summary>
public sealed class ConnectorThrottleRegistry
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ConnectorConnection, Entry> _entries = [];
    private readonly Func<ConnectorConnection, ConnectorLimit, RateLimiter?>? _createLimiter;

    /// <summary>Makes a registry of its own, for clients that shall not share budgets with others of this process.</summary>
    /// <param name="createLimiter">
    /// Makes the limiter of a connection and limit, for example one that several machines share; <see langword="null"/> for the default, which is exact for this process. The
    /// permits of such a limiter count from when they are granted, as it is not told when a call leaves. The registry asks and disposes it from whatever thread uses a client; it
    /// disposes it when no client of the connection is left and it says with <see cref="RateLimiter.IdleDuration"/> that no call counts any more.
    /// </param>
    public ConnectorThrottleRegistry(Func<ConnectorConnection, ConnectorLimit, RateLimiter?>? createLimiter = null)
    {
        _createLimiter = createLimiter;
        BudgetGauges.Include(this);
    }

    /// <summary>The registry that clients use unless their options name another.</summary>
    public static ConnectorThrottleRegistry Shared { get; } = new();

    /// <summary>How many connections have a budget.</summary>
    internal int Count
    {
        get
        {
            lock (_lock)
            {
                RemoveForgotten();
                return _entries.Count;
            }
        }
    }

    /// <summary>What is left of the limits of each connection that is in use, or whose calls still count.</summary>
    internal IReadOnlyList<(ConnectorConnection Connection, IReadOnlyList<ConnectorLimitStatus> Limits)> Budgets
    {
        get
        {
            lock (_lock)
            {
                RemoveForgotten();
                return [.. _entries.Select(static entry => (entry.Key, entry.Value.Throttle.Budget.Limits))];
            }
        }
    }

    /// <summary>Takes part in a connection's budget.</summary>
    /// <exception cref="ArgumentException">Another client of the connection has other limits or another clock.</exception>
    internal ThrottleShare Join(ConnectorConnection connection, IReadOnlyList<ConnectorLimit> limits, int queueLimit, TimeProvider time)
    {
        lock (_lock)
        {
            RemoveForgotten();
            if (!_entries.TryGetValue(connection, out Entry? entry))
            {
                entry = new Entry(new ConnectionThrottle(limits, queueLimit, time, limit => _createLimiter?.Invoke(connection, limit)));
                _entries.Add(connection, entry);
            }
            else if (WhyNot(entry.Throttle, limits, time) is { } reason)
            {
                throw new ArgumentException(
                    $"The connection '{connection.ConnectionId}' at {connection.Endpoint} {reason}, for other clients or calls that still count. "
                        + $"Use the same here, or a {nameof(ConnectorClientOptions)}.{nameof(ConnectorClientOptions.ThrottleRegistry)} of its own.",
                    nameof(limits)
                );
            }

            entry.Shares++;
            return new ThrottleShare(entry.Throttle, () => Leave(entry));
        }
    }

    private static string? WhyNot(ConnectionThrottle throttle, IReadOnlyList<ConnectorLimit> limits, TimeProvider time) =>
        !throttle.Limits.ToHashSet().SetEquals(limits)
            ? $"is kept to {Describe(throttle.Limits)} and cannot be kept to {Describe(limits)} too"
        : !ReferenceEquals(throttle.TimeProvider, time) ? "is kept to its limits by another time provider"
        : null;

    private static string Describe(IReadOnlyList<ConnectorLimit> limits) => limits.Count == 0 ? "no limit" : string.Join(" and ", limits);

    private void Leave(Entry entry)
    {
        lock (_lock)
        {
            entry.Shares--;
            RemoveForgotten();
        }
    }

    private void RemoveForgotten()
    {
        foreach ((ConnectorConnection connection, Entry entry) in _entries)
        {
            if (entry is { Shares: 0, Throttle.IsIdle: true })
            {
                // Removing does not disturb the enumeration.
                _entries.Remove(connection);
                entry.Throttle.Dispose();
            }
        }
    }

    private sealed class Entry(ConnectionThrottle throttle)
    {
        public ConnectionThrottle Throttle { get; } = throttle;

        public int Shares { get; set; }
    }
}
