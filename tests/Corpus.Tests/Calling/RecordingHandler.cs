using System.Net;
using System.Net.Http.Headers;

namespace PowerConnectors.Corpus.Tests.Calling;

/// <summary>Stands where the network would be: keeps each request and answers as told.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>The first request of a call; nothing where none was sent.</summary>
    public RecordedRequest? First => _requests.Count > 0 ? _requests[0] : null;

    /// <summary>What is answered; a refusal unless a test says otherwise.</summary>
    public Answer Answer { get; set; } = Answer.Refusal;

    public void Clear() => _requests.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[]? body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (
            (string name, HeaderStringValues values) in request.Headers.NonValidated.Concat(
                request.Content?.Headers.NonValidated ?? default(HttpHeadersNonValidated)
            )
        )
        {
            headers[name] = values.ToString();
        }

        _requests.Add(
            new RecordedRequest(request.Method.Method, request.RequestUri!, headers, body, headers.GetValueOrDefault("Content-Type"))
        );
        ByteArrayContent content = new(Answer.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Answer.MediaType);
        return new HttpResponseMessage((HttpStatusCode)Answer.Status) { Content = content, RequestMessage = request };
    }
}

/// <summary>What a service says.</summary>
internal sealed record Answer(int Status, string MediaType, byte[] Body)
{
    public static Answer Refusal { get; } = new(400, "application/json", "{}"u8.ToArray());
}
