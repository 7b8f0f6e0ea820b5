using System.Globalization;
using Azure;
using PowerConnectors.Http;

namespace PowerConnectors.Errors;

/// <summary>Makes the exceptions of failed calls. What is secret does not get into their messages.</summary>
internal sealed class ErrorFactory(SecretRedactor redactor, ErrorHints hints, TimeProvider time)
{
    /// <summary>The service refused the call.</summary>
    public ConnectorRequestException Refused(ConnectorCall call, ReceivedAnswer answer)
    {
        ServiceError error = ServiceErrorReader.Read(answer.Json);
        string? message = error.Message ?? WithoutMessage(answer, error.IsKnown);
        return Answered(
            call.OperationName,
            call.Secrets,
            answer.ToErrorResponse(),
            error.Code,
            message,
            call.Obstacle,
            RetryAfterText.Of(answer, time)
        );
    }

    /// <summary>The service did what was asked, but its answer cannot be read.</summary>
    public ConnectorRequestException Unreadable(ConnectorCall call, ReceivedAnswer answer, string reason, Exception? cause)
    {
        ConnectorResponse response = answer.ToErrorResponse();
        string type = response.Headers.ContentType is { } contentType ? $" (content type {contentType})" : "";
        return Answered(call.OperationName, call.Secrets, response, ErrorCodes.UnreadableAnswer, $"{reason}{type}", cause);
    }

    /// <summary>A successful answer could not be read to its end.</summary>
    public ConnectorRequestException BrokenOff(ConnectorCall call, ReceivedAnswer answer, Exception cause)
    {
        string message = $"the answer of {call.Address.Authority} broke off or is corrupt: {cause.Message.TrimEnd('.')}";
        return Answered(call.OperationName, call.Secrets, answer.ToErrorResponse(), ErrorCodes.IncompleteAnswer, message, cause);
    }

    /// <summary>A successful answer is larger than the options allow.</summary>
    public ConnectorRequestException TooLarge(ConnectorCall call, ReceivedAnswer answer, int limit)
    {
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"the answer of {call.Address.Authority} is larger than {limit} bytes, which {nameof(ConnectorClientOptions)}.{nameof(ConnectorClientOptions.MaxResponseSize)} allows"
        );
        return Answered(call.OperationName, call.Secrets, answer.ToResponse(), ErrorCodes.AnswerTooLarge, message);
    }

    /// <summary>A successful answer is encoded in a way that was not asked for.</summary>
    public ConnectorRequestException Undecodable(ConnectorCall call, ReceivedAnswer answer, string coding)
    {
        string message = $"the answer of {call.Address.Authority} is encoded as '{coding}', which was not asked for";
        return Answered(call.OperationName, call.Secrets, answer.ToResponse(), ErrorCodes.UnreadableAnswer, message);
    }

    /// <summary>A page was read, but the link to the next one must not be followed.</summary>
    public ConnectorRequestException InvalidNextLink(ConnectorRequest request, Response response, string reason) =>
        Answered(request.OperationName, request.Secrets, response, ErrorCodes.InvalidNextLink, reason);

    /// <summary>There was no answer in the time that a handler allows, which says how much that is.</summary>
    public ConnectorRequestException TimedOut(ConnectorCall call, TimeoutException reason, Exception cause) =>
        Unanswered(call, ErrorCodes.AttemptTimedOut, WithoutAnswer(call, reason), cause);

    /// <summary>There was no answer in time.</summary>
    public ConnectorRequestException TimedOut(ConnectorCall call, TimeSpan limit, Exception cause) =>
        Unanswered(
            call,
            ErrorCodes.AttemptTimedOut,
            $"{call.Address.Authority} did not answer within {ErrorText.Seconds(limit)} s (client request id {call.ClientRequestId})",
            cause
        );

    /// <summary>There was no answer.</summary>
    public ConnectorRequestException NoAnswer(ConnectorCall call, Exception cause) =>
        Unanswered(call, ErrorCodes.NoAnswer, WithoutAnswer(call, cause), cause);

    /// <summary>What an exception says, for the message of another one.</summary>
    public string Describe(ConnectorCall call, Exception exception) =>
        redactor.Redact(ErrorText.OneLine(exception.Message), call.Secrets)!.TrimEnd('.');

    /// <summary>The HTTP client took the call elsewhere. What was answered there is nobody's word.</summary>
    public ConnectorRequestException Redirected(ConnectorCall call, Uri address) =>
        Unanswered(
            call,
            ErrorCodes.RedirectFollowed,
            $"the handler of {nameof(ConnectorClientOptions)}.{nameof(ConnectorClientOptions.HttpClient)} followed a redirect of {call.Address.Authority} to "
                + $"{address.GetLeftPart(UriPartial.Authority)}, and keys may have gone there; set its AllowAutoRedirect to false (client request id {call.ClientRequestId})",
            cause: null
        );

    private ConnectorRequestException Answered(
        string operationName,
        IReadOnlyList<string> secrets,
        Response response,
        string? code,
        string? message,
        Exception? cause = null,
        TimeSpan? retryAfter = null
    )
    {
        ErrorReport report = new(operationName, response)
        {
            ReasonPhrase = redactor.Redact(response.ReasonPhrase, secrets),
            Code = redactor.Redact(code, secrets),
            Message = redactor.Redact(message, secrets),
            Hint = hints.Find(code),
            RetryAfter = retryAfter,
        };
        return new ConnectorRequestException(report, cause);
    }

    private ConnectorRequestException Unanswered(ConnectorCall call, string code, string message, Exception? cause) =>
        new(call.OperationName, status: 0, code, redactor.Redact(message, call.Secrets), cause);

    private static string WithoutAnswer(ConnectorCall call, Exception cause) =>
        $"no answer from {call.Address.Authority}: {cause.Message.TrimEnd('.')} (client request id {call.ClientRequestId})";

    private static string? WithoutMessage(ReceivedAnswer answer, bool isKnown) =>
        answer.Status is >= 300 and < 400 ? "the service redirects, which is never followed"
        : answer.Body.IsEmpty ? null
        : isKnown ? "it says no more; ResponseBody holds the answer"
        : "the answer is not an error in a known form; ResponseBody holds it";
}
