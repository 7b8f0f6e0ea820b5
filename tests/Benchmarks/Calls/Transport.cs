using System.Net;
using System.Net.Http.Headers;

namespace PowerConnectors.Benchmarks.Calls;

/// <summary>What carries the calls.</summary>
internal sealed record Transport(string Name, Uri Endpoint, Func<HttpMessageHandler> Open)
{
    private static readonly Uri s_nowhere = new("http://127.0.0.1:9/apim/flowmanagement");

    /// <summary>Without a network, which leaves the client's own cost, and with one.</summary>
    /// <param name="server">Kestrel on a loopback address, in another process where allocations are counted.</param>
    /// <param name="body">What is answered.</param>
    public static Transport[] All(Uri server, byte[] body) =>
        [
            new("in memory", s_nowhere, () => new InMemoryHandler(body)),
            new("Kestrel on loopback", server, static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }),
        ];

    private sealed class InMemoryHandler(byte[] body) : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue s_json = new("application/json") { CharSet = "utf-8" };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ByteArrayContent content = new(body);
            content.Headers.ContentType = s_json;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
