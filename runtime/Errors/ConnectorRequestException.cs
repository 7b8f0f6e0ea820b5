using Azure;
using PowerConnectors.Errors;
using PowerConnectors.Http;
using PowerConnectors.Retries;

namespace PowerConnectors;

/// <summary>
/// A call that failed: the service refused it, answered something that cannot be read, or did not answer. <see cref="RequestFailedException.Status"/> is the HTTP status, or 0
/// without an answer; <see cref="RequestFailedException.GetRawResponse"/> is the response, its content cut after 64 KB.
/// </summary>
/// <remarks>
/// <see cref="RequestFailedException.ErrorCode"/> is the service's code, or one of ours: <c>NoAnswer</c> (the connection could not be made or was lost, or a handler of a given HTTP client threw), <c>AttemptTimedOut</c>,
/// <c>IncompleteAnswer</c> (a successful answer broke off, or cannot be decompressed), <c>UnreadableAnswer</c> (a successful answer is not the JSON that the document declares, or
/// has an encoding that was not asked for), <c>AnswerTooLarge</c> (a successful answer is larger than <see cref="ConnectorClientOptions.MaxResponseSize"/>),
/// <c>RedirectFollowed</c> (the handler of a given <see cref="ConnectorClientOptions.HttpClient"/> followed a redirect: what was sent, keys too, may be known elsewhere),
/// <c>InvalidNextLink</c> (a listing's link to the next page must not be followed).
/// </remarks>
public class ConnectorRequestException : RequestFailedException
{
    private string? _outcome;

    /// <summary>Makes an exception without a response, as for a service that cannot be reached. Useful in tests of code that handles failures.</summary>
    /// <param name="operationName">The operation's name in the document.</param>
    /// <param name="status">The HTTP status, or 0.</param>
    /// <param name="errorCode">The error's code, if there is one.</param>
    /// <param name="serviceMessage">What went wrong.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ConnectorRequestException(
        string operationName,
        int status,
        string? errorCode = null,
        string? serviceMessage = null,
        Exception? innerException = null
    )
        : base(status, Compose(operationName, status, errorCode, serviceMessage), errorCode, innerException)
    {
        OperationName = operationName;
        ServiceMessage = SecretRedactor.Default.Redact(serviceMessage);
    }

    internal ConnectorRequestException(ErrorReport report, Exception? cause)
        : base(report.Response.Status, report.ToMessage(), report.Code, cause)
    {
        BaseResponse.Set(this, report.Response);
        OperationName = report.OperationName;
        ServiceMessage = report.Message;
        Hint = report.Hint;
        RequestId = report.RequestId;
        CorrelationRequestId = report.CorrelationRequestId;
        RetryAfter = report.RetryAfter;
        ResponseBody = report.Body;
    }

    /// <summary>One line: the operation, the status, the code, what the service says, what to do about it, the request id. Secrets are taken out.</summary>
    public override string Message => $"{base.Message}{_outcome}{ListProgress?.Describe()}";

    /// <summary>The operation's name in the document, for example <c>UpdateFlow</c>.</summary>
    public string OperationName { get; }

    /// <summary>What the service says, unwrapped from errors that hold it as text, without secrets; <see langword="null"/> if it says nothing.</summary>
    public string? ServiceMessage { get; }

    /// <summary>What to do about it, where the connector's document or overlay says so for the code; else <see langword="null"/>.</summary>
    public string? Hint { get; }

    /// <summary>The service's id of the request, from <c>x-ms-request-id</c>: what its support asks for.</summary>
    public string? RequestId { get; }

    /// <summary>The id that the request has across services, from <c>x-ms-correlation-request-id</c>.</summary>
    public string? CorrelationRequestId { get; }

    /// <summary>How long the service wants callers to wait, from the header or else from the text; <see langword="null"/> if it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>How often the call was tried; 0 if it failed before it could be.</summary>
    public int Attempts { get; private set; }

    /// <summary>
    /// Whether the service may have changed what it was asked to change, although the call failed: an attempt ended without a word of the service on it, with a failure within the
    /// service, or with a successful answer that cannot be read. Never with GET and HEAD. Unless it does no harm twice, such a call is not sent again.
    /// </summary>
    public bool MayHaveBeenCarriedOut { get; private set; }

    /// <summary>How far the listing came that the failure ended, and where to go on; <see langword="null"/> if the call was none.</summary>
    public ConnectorListProgress? ListProgress { get; internal set; }

    /// <summary>The body as the service sent it, up to 64 KB; <see langword="null"/> without one. It may hold secrets.</summary>
    public string? ResponseBody { get; }

    /// <summary>Adds what became of the call as a whole.</summary>
    internal void Describe(ConnectorCall call)
    {
        bool succeeded = Status is >= 200 and < 300 && !RetryRules.IsSafe(call.Method);
        Attempts = call.Attempts;
        MayHaveBeenCarriedOut = succeeded || call.MayHaveBeenCarriedOut;
        _outcome =
            !MayHaveBeenCarriedOut ? null
            : succeeded ? " The service carried the call out all the same."
            : call.IsRepeatable ? " The call may have been carried out all the same."
            : " The call may have been carried out all the same: look before you repeat it.";
        _outcome += call.WhyNotTriedAgain is { } reason ? $" It was not tried again: {reason}." : null;
    }

    private static string Compose(string operationName, int status, string? errorCode, string? serviceMessage)
    {
        ArgumentNullException.ThrowIfNull(operationName);
        return ErrorText.Compose(
            operationName,
            status,
            reasonPhrase: null,
            errorCode,
            SecretRedactor.Default.Redact(serviceMessage),
            hint: null,
            []
        );
    }
}
