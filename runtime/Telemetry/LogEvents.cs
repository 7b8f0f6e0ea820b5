using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace PowerConnectors.Telemetry;

/// <summary>All that clients log. Ids and names are kept: filters and alerts are built on them.</summary>
[SuppressMessage(
    "Performance",
    "CA1848",
    Justification = "Delegates of LoggerMessage, each of types of its own, take 80 KB of a natively compiled program."
)]
internal static class LogEvents
{
    public static void OperationCompleted(
        this ILogger logger,
        string operation,
        int status,
        double seconds,
        int attempts,
        string? requestId
    )
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.Log(
                LogLevel.Debug,
                new EventId(1, nameof(OperationCompleted)),
                "{Operation} completed with {Status} after {Seconds} s and {Attempts} attempts (request id {RequestId})",
                operation,
                status,
                seconds,
                attempts,
                requestId
            );
        }
    }

    public static void OperationFailed(
        this ILogger logger,
        string operation,
        string errorType,
        double seconds,
        int attempts,
        string? reason
    )
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.Log(
                LogLevel.Warning,
                new EventId(2, nameof(OperationFailed)),
                "{Operation} ended in {ErrorType} after {Seconds} s and {Attempts} attempts: {Reason}",
                operation,
                errorType,
                seconds,
                attempts,
                reason
            );
        }
    }

    public static void OperationCancelled(this ILogger logger, string operation, double seconds, int attempts)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.Log(
                LogLevel.Debug,
                new EventId(3, nameof(OperationCancelled)),
                "{Operation} was cancelled after {Seconds} s and {Attempts} attempts",
                operation,
                seconds,
                attempts
            );
        }
    }

    public static void AttemptFailed(this ILogger logger, string operation, int attempt, string errorType, double seconds)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.Log(
                LogLevel.Information,
                new EventId(4, nameof(AttemptFailed)),
                "{Operation}: attempt {Attempt} failed, {ErrorType}; it is tried again in {Seconds} s",
                operation,
                attempt,
                errorType,
                seconds
            );
        }
    }

    public static void Paused(this ILogger logger, string operation, int status, double seconds)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.Log(
                LogLevel.Warning,
                new EventId(5, nameof(Paused)),
                "The service answered {Operation} with {Status} and wants no calls of the connection for {Seconds} s",
                operation,
                status,
                seconds
            );
        }
    }

    public static void WaitsForLimit(this ILogger logger, string operation, double seconds, ConnectorLimit limit)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.Log(
                LogLevel.Information,
                new EventId(6, nameof(WaitsForLimit)),
                "{Operation} waits {Seconds} s or longer for the limit of {Limit}",
                operation,
                seconds,
                limit
            );
        }
    }

    public static void WaitsForPause(this ILogger logger, string operation, double seconds)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.Log(
                LogLevel.Information,
                new EventId(7, nameof(WaitsForPause)),
                "{Operation} waits {Seconds} s or longer, as the service wants no calls of the connection",
                operation,
                seconds
            );
        }
    }

    public static void TokenAcquired(this ILogger logger, DateTimeOffset expiresOn)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.Log(
                LogLevel.Debug,
                new EventId(8, nameof(TokenAcquired)),
                "There is a new token, which expires on {ExpiresOn:O}",
                expiresOn
            );
        }
    }

    public static void TokenRefused(this ILogger logger, bool demandsClaims)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.Log(
                LogLevel.Debug,
                new EventId(9, nameof(TokenRefused)),
                "The service refused a token: another one is asked for (demands claims: {DemandsClaims})",
                demandsClaims
            );
        }
    }

    public static void TokenFailed(this ILogger logger, string errorType, string? reason)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.Log(
                LogLevel.Warning,
                new EventId(10, nameof(TokenFailed)),
                "No token could be had, {ErrorType}: {Reason}",
                errorType,
                reason
            );
        }
    }

    public static void ListEnded(this ILogger logger, string operation, string errorType, string? reason)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.Log(
                LogLevel.Warning,
                new EventId(11, nameof(ListEnded)),
                "The listing of {Operation} ended in {ErrorType}: {Reason}",
                operation,
                errorType,
                reason
            );
        }
    }
}
