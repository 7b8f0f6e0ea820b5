using System.Text;
using Azure;
using PowerConnectors.Http;

namespace PowerConnectors.Errors;

/// <summary>Makes the exceptions of calls that had an answer.</summary>
internal static class ErrorFactory
{
    /// <summary>The service refused the call.</summary>
    public static ConnectorRequestException Refused(ConnectorCall call, ReceivedAnswer answer, TimeProvider time)
    {
        ConnectorResponse response = answer.ToErrorResponse();
        ServiceError error = ServiceErrorReader.Read(answer.Json);
        ErrorReport report = new(call.OperationName, response)
        {
            Code = error.Code,
            Message = error.Message is null ? WithoutMessage(answer) : Secrets.Redact(error.Message),
            RetryAfter = RetryAfterText.Of(answer, time),
            Body = BodyText(response),
        };
        return new ConnectorRequestException(report, cause: null);
    }

    /// <summary>The service did what was asked, but its answer cannot be read.</summary>
    public static ConnectorRequestException Unreadable(ConnectorCall call, ReceivedAnswer answer, string reason, Exception? cause)
    {
        ConnectorResponse response = answer.ToErrorResponse();
        string type = response.Headers.ContentType is { } contentType ? $" (content type {contentType})" : "";
        ErrorReport report = new(call.OperationName, response)
        {
            Code = ErrorCodes.UnreadableAnswer,
            Message = Secrets.Redact($"{reason}{type}"),
            Body = BodyText(response),
        };
        return new ConnectorRequestException(report, cause);
    }

    /// <summary>A successful answer could not be read to its end.</summary>
    public static ConnectorRequestException BrokenOff(ConnectorCall call, ReceivedAnswer answer, Exception cause)
    {
        ErrorReport report = new(call.OperationName, answer.ToErrorResponse())
        {
            Code = ErrorCodes.IncompleteAnswer,
            Message = Secrets.Redact($"the answer of {call.Address.Authority} broke off or is corrupt: {cause.Message.TrimEnd('.')}"),
        };
        return new ConnectorRequestException(report, cause);
    }

    /// <summary>A page was read, but the link to the next one must not be followed.</summary>
    public static ConnectorRequestException InvalidNextLink(string operationName, Response response, string reason)
    {
        ErrorReport report = new(operationName, response) { Code = ErrorCodes.InvalidNextLink, Message = Secrets.Redact(reason) };
        return new ConnectorRequestException(report, cause: null);
    }

    private static string? WithoutMessage(ReceivedAnswer answer) =>
        answer.Status is >= 300 and < 400 ? "the service redirects, which is never followed"
        : answer.Body.IsEmpty ? null
        : "the answer is not an error in a known form; ResponseBody holds it";

    private static string? BodyText(ConnectorResponse response)
    {
        ReadOnlyMemory<byte> content = response.Content.ToMemory();
        return content.IsEmpty ? null : Encoding.UTF8.GetString(content.Span);
    }
}
