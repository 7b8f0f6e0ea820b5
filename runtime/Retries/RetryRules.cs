using PowerConnectors.Errors;
using PowerConnectors.Http;

namespace PowerConnectors.Retries;

/// <summary>
/// Says which failures are worth another attempt. What may have been carried out is only sent again if carrying it out twice does no harm.
/// </summary>
internal static class RetryRules
{
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;
    private const int InternalServerError = 500;
    private const int NotImplemented = 501;
    private const int ServiceUnavailable = 503;
    private const int VersionNotSupported = 505;

    /// <summary>Whether a method leaves the service as it was.</summary>
    public static bool IsSafe(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    /// <summary>Whether a method leaves the service the same, sent once or twice.</summary>
    public static bool IsRepeatable(HttpMethod method) => IsSafe(method) || method == HttpMethod.Put || method == HttpMethod.Delete;

    /// <summary>Whether an answer has a status with which a service says that it did nothing, because it is too busy.</summary>
    public static bool MayBeTurnedAway(ReceivedAnswer answer) => answer.Status is TooManyRequests or ServiceUnavailable;

    /// <summary>Whether the service turned the call away before it did anything, and wants it later.</summary>
    public static bool IsTurnedAway(ReceivedAnswer answer, TimeSpan? retryAfter) =>
        answer.Status == TooManyRequests || (answer.Status == ServiceUnavailable && retryAfter is not null);

    /// <summary>Whether an answer says that the service failed, in a way that may pass and leaves open what it did.</summary>
    public static bool IsTransient(ReceivedAnswer answer) =>
        answer.Status is RequestTimeout or (>= InternalServerError and not NotImplemented and not VersionNotSupported);

    /// <summary>Whether the same would come again: what the service sent arrived whole or is more than it may be, or the call was taken elsewhere.</summary>
    public static bool IsFinal(ConnectorRequestException failure) =>
        failure.ErrorCode is ErrorCodes.AnswerTooLarge or ErrorCodes.UnreadableAnswer or ErrorCodes.RedirectFollowed;

    /// <summary>Whether an attempt without an answer failed by what happens on networks, and not by an error of a handler that stands in between.</summary>
    public static bool MayPass(ConnectorRequestException failure) =>
        failure.InnerException is OperationCanceledException or HttpRequestException or IOException or TimeoutException;

    /// <summary>Whether the request cannot have reached the service.</summary>
    public static bool NeverLeft(ConnectorRequestException failure) =>
        failure.InnerException
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };
}
