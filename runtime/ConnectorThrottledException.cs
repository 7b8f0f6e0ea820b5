using System.Globalization;

namespace PowerConnectors;

/// <summary>A call that was not sent, because too many are waiting for the connection already.</summary>
public sealed class ConnectorThrottledException : InvalidOperationException
{
    /// <summary>Makes an exception, for tests of code that handles it.</summary>
    /// <param name="operationName">The operation's name in the document.</param>
    /// <param name="message">What was not sent, what for, and what to do about it; <see langword="null"/> for the operation alone.</param>
    /// <param name="waitTime">How long the call would have had to wait at least, if that is known.</param>
    public ConnectorThrottledException(string operationName, string? message = null, TimeSpan? waitTime = null)
        : base(message ?? $"{operationName} was not sent.")
    {
        ArgumentNullException.ThrowIfNull(operationName);
        OperationName = operationName;
        WaitTime = waitTime;
    }

    internal ConnectorThrottledException(string operationName, bool again, string reason, TimeSpan? wait)
        : base(Describe(operationName, again, reason, wait))
    {
        OperationName = operationName;
        WaitTime = wait;
    }

    /// <summary>What was not sent, what for, and what to do about it.</summary>
    public override string Message => $"{base.Message}{ListProgress?.Describe()}";

    /// <summary>The operation's name in the document.</summary>
    public string OperationName { get; }

    /// <summary>How long the call would have had to wait at least; <see langword="null"/> if the limiter does not say.</summary>
    public TimeSpan? WaitTime { get; }

    /// <summary>How far the listing came that ended so, and where to go on; <see langword="null"/> if the call was none.</summary>
    public ConnectorListProgress? ListProgress { get; internal set; }

    private static string Describe(string operationName, bool again, string reason, TimeSpan? wait)
    {
        string time = wait is { } known ? string.Create(CultureInfo.InvariantCulture, $" for {Math.Ceiling(known.TotalSeconds)} s") : "";
        return $"{operationName} was not sent{(again ? " again" : "")}: it would have had to wait{time} behind the calls that wait for {reason} already. "
            + $"Call later, or raise {nameof(ConnectorClientOptions)}.{nameof(ConnectorClientOptions.ThrottleQueueLimit)}.";
    }
}
