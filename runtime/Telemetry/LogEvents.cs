using Microsoft.Extensions.Logging;

namespace PowerConnectors.Telemetry;

/// <summary>All that clients log. Ids and names are kept: filters and alerts are built on them.</summary>
internal static partial class LogEvents
{
    [LoggerMessage(
        1,
        LogLevel.Debug,
        "{Operation} completed with {Status} after {Seconds} s and {Attempts} attempts (request id {RequestId})"
    )]
    public static partial void OperationCompleted(
        this ILogger logger,
        string operation,
        int status,
        double seconds,
        int attempts,
        string? requestId
    );

    [LoggerMessage(2, LogLevel.Warning, "{Operation} ended in {ErrorType} after {Seconds} s and {Attempts} attempts: {Reason}")]
    public static partial void OperationFailed(
        this ILogger logger,
        string operation,
        double seconds,
        int attempts,
        string errorType,
        string? reason
    );

    [LoggerMessage(3, LogLevel.Debug, "{Operation} was cancelled after {Seconds} s and {Attempts} attempts")]
    public static partial void OperationCancelled(this ILogger logger, string operation, double seconds, int attempts);

    [LoggerMessage(4, LogLevel.Information, "{Operation}: attempt {Attempt} failed, {ErrorType}; it is tried again in {Seconds} s")]
    public static partial void AttemptFailed(this ILogger logger, string operation, int attempt, string errorType, double seconds);

    [LoggerMessage(
        5,
        LogLevel.Warning,
        "The service answered {Operation} with {Status} and wants no calls of the connection for {Seconds} s"
    )]
    public static partial void Paused(this ILogger logger, string operation, int status, double seconds);

    [LoggerMessage(6, LogLevel.Information, "{Operation} waits {Seconds} s or longer for the limit of {Limit}")]
    public static partial void WaitsForLimit(this ILogger logger, string operation, double seconds, ConnectorLimit limit);

    [LoggerMessage(7, LogLevel.Information, "{Operation} waits {Seconds} s or longer, as the service wants no calls of the connection")]
    public static partial void WaitsForPause(this ILogger logger, string operation, double seconds);

    [LoggerMessage(8, LogLevel.Debug, "There is a new token, which expires on {ExpiresOn:O}")]
    public static partial void TokenAcquired(this ILogger logger, DateTimeOffset expiresOn);

    [LoggerMessage(9, LogLevel.Debug, "The service refused a token: another one is asked for (demands claims: {DemandsClaims})")]
    public static partial void TokenRefused(this ILogger logger, bool demandsClaims);

    [LoggerMessage(10, LogLevel.Warning, "No token could be had, {ErrorType}: {Reason}")]
    public static partial void TokenFailed(this ILogger logger, string errorType, string? reason);

    [LoggerMessage(11, LogLevel.Warning, "The listing of {Operation} ended in {ErrorType}: {Reason}")]
    public static partial void ListEnded(this ILogger logger, string operation, string errorType, string? reason);
}
