using PowerConnectors.Http;

namespace PowerConnectors.Errors;

/// <summary>Makes the exceptions of calls that had no answer.</summary>
internal static class NetworkErrors
{
    public static ConnectorRequestException TimedOut(ConnectorCall call, TimeSpan limit, Exception cause) =>
        new(
            call.OperationName,
            status: 0,
            ErrorCodes.AttemptTimedOut,
            $"{call.Address.Authority} did not answer within {ErrorText.Seconds(limit)} s (client request id {call.ClientRequestId})",
            cause
        );

    public static ConnectorRequestException NoAnswer(ConnectorCall call, Exception cause) =>
        new(
            call.OperationName,
            status: 0,
            ErrorCodes.NoAnswer,
            $"no answer from {call.Address.Authority}: {cause.Message.TrimEnd('.')} (client request id {call.ClientRequestId})",
            cause
        );
}
