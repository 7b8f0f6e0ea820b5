using System.Text;
using Azure;
using PowerConnectors.Http;

namespace PowerConnectors.Errors;

/// <summary>What is known of a failed call that had an answer, without secrets but for the body.</summary>
internal sealed class ErrorReport(string operationName, Response response)
{
    public string OperationName => operationName;

    public Response Response => response;

    public required string? ReasonPhrase { get; init; }

    public required string? Code { get; init; }

    public required string? Message { get; init; }

    public string? Hint { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? Body { get; } = Text(response.ContentStream is null ? default : response.Content.ToMemory().Span);

    public string? RequestId { get; } = Header(response, HeaderNames.RequestId);

    public string? CorrelationRequestId { get; } = Header(response, HeaderNames.CorrelationRequestId);

    public string ToMessage()
    {
        List<string> notes = [RequestId is null ? $"client request id {response.ClientRequestId}" : $"request id {RequestId}"];
        if (RetryAfter is { } wait)
        {
            notes.Add($"retry after {ErrorText.Seconds(wait)} s");
        }

        return ErrorText.Compose(operationName, response.Status, ReasonPhrase, Code, Message, Hint, notes);
    }

    private static string? Text(ReadOnlySpan<byte> content) => content.IsEmpty ? null : Encoding.UTF8.GetString(content);

    private static string? Header(Response response, string name) => response.Headers.TryGetValue(name, out string? value) ? value : null;
}
