using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Azure;
using Azure.Core;

namespace PowerConnectors.Http;

/// <summary>A response in the form that users of Azure libraries know.</summary>
internal sealed class ConnectorResponse : Response
{
    private readonly HttpHeadersNonValidated _headers;
    private readonly HttpHeadersNonValidated _contentHeaders;

    public ConnectorResponse(HttpResponseMessage message, string clientRequestId, byte[]? content)
    {
        Status = (int)message.StatusCode;
        ReasonPhrase = message.ReasonPhrase ?? "";
        ClientRequestId = clientRequestId;
        _headers = message.Headers.NonValidated;
        _contentHeaders = message.Content.Headers.NonValidated;
        ContentStream = content is null ? null : new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override bool IsError => Status is < 200 or > 299;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => _headers.Contains(name) || _contentHeaders.Contains(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
    {
        foreach ((string name, HeaderStringValues values) in _headers)
        {
            yield return new HttpHeader(name, values.ToString());
        }

        foreach ((string name, HeaderStringValues values) in _contentHeaders)
        {
            yield return new HttpHeader(name, values.ToString());
        }
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        bool found = TryGet(name, out HeaderStringValues values);
        value = found ? values.ToString() : null;
        return found;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        bool found = TryGet(name, out HeaderStringValues strings);
        values = found ? [.. strings] : null;
        return found;
    }

    private bool TryGet(string name, out HeaderStringValues values) =>
        _headers.TryGetValues(name, out values) || _contentHeaders.TryGetValues(name, out values);
}
