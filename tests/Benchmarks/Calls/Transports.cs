using System.Net;
using System.Net.Http.Headers;

namespace PowerConnectors.Benchmarks.Calls;

/// <summary>What carries the calls.</summary>
internal static class Transports
{
    /// <summary>Answers without a network: what is left is the client's own cost.</summary>
    public const string InMemory = "in memory";

    /// <summary>Kestrel on a loopback address, in another process: its allocations are not the client's.</summary>
    public const string Kestrel = "Kestrel on loopback";

    /// <summary>Tells a process that measures where the server is.</summary>
    public const string ServerVariable = "BENCHMARK_SERVER";

    public static HttpMessageHandler Open(string transport, byte[] body) =>
        transport == InMemory ? new InMemoryHandler(body) : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    public static Uri Endpoint(string transport) =>
        new(transport == InMemory ? "http://127.0.0.1:9/apim/flowmanagement" : Environment.GetEnvironmentVariable(ServerVariable)!);

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
