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
    private readonly Dictionary<ConnectorConnection, RegistryEntry> _entries = [];
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
            RemoveForgotten();
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>What is left of the limits of each connection that is in use, or whose calls still count.</summary>
    internal IReadOnlyList<(ConnectorConnection Connection, IReadOnlyList<ConnectorLimitStatus> Limits)> Budgets
    {
        get
        {
            RemoveForgotten();
            List<(ConnectorConnection Connection, IReadOnlyList<ConnectorLimitStatus> Limits)> budgets = [];
            foreach ((ConnectorConnection connection, RegistryEntry entry) in Entries())
            {
                if (entry.LimitsNow is { Count: > 0 } limits)
                {
                    budgets.Add((connection, limits));
                }
            }

            return budgets;
        }
    }

    /// <summary>Takes part in a connection's budget.</summary>
    /// <exception cref="ArgumentException">Another client of the connection has other limits or another clock.</exception>
    internal ThrottleShare Join(ConnectorConnection connection, IReadOnlyList<ConnectorLimit> limits, int queueLimit, TimeProvider time)
    {
        RemoveForgotten();
        RegistryEntry entry = Enter(connection);
        try
        {
            ConnectionThrottle throttle = entry.GetThrottle(() =>
                new ConnectionThrottle(limits, queueLimit, time, limit => _createLimiter?.Invoke(connection, limit))
            );
            return WhyNot(throttle, limits, time) is { } reason
                ? throw new ArgumentException(
                    $"The connection '{connection.ConnectionId}' at {connection.Endpoint} {reason}, for other clients or calls that still count. "
                        + $"Use the same here, or a {nameof(ConnectorClientOptions)}.{nameof(ConnectorClientOptions.ThrottleRegistry)} of its own.",
                    nameof(limits)
                )
                : new ThrottleShare(throttle, () => Leave(entry));
        }
        catch
        {
            Leave(entry);
            throw;
        }
    }

    private static string? WhyNot(ConnectionThrottle throttle, IReadOnlyList<ConnectorLimit> limits, TimeProvider time) =>
        !new HashSet<ConnectorLimit>(throttle.Limits).SetEquals(limits)
            ? $"is kept to {Describe(throttle.Limits)} and cannot be kept to {Describe(limits)} too"
        : !ReferenceEquals(throttle.TimeProvider, time) ? "is kept to its limits by another time provider"
        : null;

    private static string Describe(IReadOnlyList<ConnectorLimit> limits) => limits.Count == 0 ? "no limit" : string.Join(" and ", limits);

    private RegistryEntry Enter(ConnectorConnection connection)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(connection, out RegistryEntry? entry))
            {
                entry = new RegistryEntry();
                _entries.Add(connection, entry);
            }

            entry.Shares++;
            entry.Entered++;
            return entry;
        }
    }

    private void Leave(RegistryEntry entry)
    {
        lock (_lock)
        {
            entry.Shares--;
        }

        RemoveForgotten();
    }

    private KeyValuePair<ConnectorConnection, RegistryEntry>[] Entries()
    {
        lock (_lock)
        {
            return [.. _entries];
        }
    }

    // Limiters may be others' code, which is never called under the lock: a slow one would hold up clients of all connections.
    private void RemoveForgotten()
    {
        foreach ((ConnectorConnection connection, RegistryEntry entry) in Entries())
        {
            int entered = Volatile.Read(ref entry.Entered);
            if (Volatile.Read(ref entry.Shares) == 0 && entry.IsIdle && TryRemove(connection, entry, entered))
            {
                entry.Dispose();
            }
        }
    }

    // Not if somebody came in the meantime, be it that they have left again.
    private bool TryRemove(ConnectorConnection connection, RegistryEntry entry, int entered)
    {
        lock (_lock)
        {
            return entry.Shares == 0
                && entry.Entered == entered
                && _entries.TryGetValue(connection, out RegistryEntry? current)
                && current == entry
                && _entries.Remove(connection);
        }
    }
}
