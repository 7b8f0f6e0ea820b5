using System.Globalization;

namespace PowerConnectors;

/// <summary>How often a connection may be called: in no stretch of time of the window's length do more than the stated calls leave.</summary>
public sealed class ConnectorLimit : IEquatable<ConnectorLimit>
{
    // Far beyond any limit that a service has, and far from where sums of windows would overflow.
    private static readonly TimeSpan s_longestWindow = TimeSpan.FromDays(366);

    /// <summary>Makes a limit.</summary>
    /// <param name="calls">How many calls; at least 1.</param>
    /// <param name="window">In which time; longer than zero and at most 366 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is too small or too large.</exception>
    public ConnectorLimit(int calls, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, s_longestWindow);
        Calls = calls;
        Window = window;
    }

    /// <summary>How many calls.</summary>
    public int Calls { get; }

    /// <summary>In which time.</summary>
    public TimeSpan Window { get; }

    /// <summary>The HTTP methods that do not count, for example <c>GET</c>. Default: none, every call counts.</summary>
    /// <exception cref="ArgumentNullException">The list is <see langword="null"/>.</exception>
    public IReadOnlyList<string> ExceptMethods
    {
        get;
        init => field = [.. value ?? throw new ArgumentNullException(nameof(value))];
    } = [];

    /// <inheritdoc/>
    public bool Equals(ConnectorLimit? other) =>
        other is not null
        && Calls == other.Calls
        && Window == other.Window
        && new HashSet<string>(ExceptMethods, StringComparer.OrdinalIgnoreCase).SetEquals(other.ExceptMethods);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConnectorLimit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Calls, Window);

    /// <summary>For example: <c>300 calls other than GET in 3600 s</c>.</summary>
    public override string ToString()
    {
        string except = ExceptMethods.Count == 0 ? "" : $" other than {string.Join(", ", ExceptMethods)}";
        return string.Create(CultureInfo.InvariantCulture, $"{Calls} calls{except} in {Window.TotalSeconds} s");
    }

    internal bool Counts(HttpMethod method)
    {
        foreach (string except in ExceptMethods)
        {
            if (except.Equals(method.Method, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
