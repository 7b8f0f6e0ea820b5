using System.Net.Http.Headers;

namespace PowerConnectors.Http;

/// <summary>One sending of a request, which may take several attempts: the request itself is never changed, so that listings can send it again.</summary>
internal sealed class ConnectorCall(ConnectorRequest request, Uri address)
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue s_acceptJson = new("application/json");

    public string OperationName => request.OperationName;

    public Uri Address => address;

    public string ClientRequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>What proves who the caller is; authentication sets it ahead of every attempt.</summary>
    public AuthenticationHeaderValue? Authorization { get; set; }

    /// <summary>A message for one attempt.</summary>
    public HttpRequestMessage CreateMessage()
    {
        HttpRequestMessage message = new(request.Method, address);
        message.Headers.Accept.Add(s_acceptJson);
        message.Headers.Add("x-ms-client-request-id", ClientRequestId);
        message.Headers.Authorization = Authorization;
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = s_json;
        }

        return message;
    }
}
