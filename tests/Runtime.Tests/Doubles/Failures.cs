using System.Net;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>The ways in which one request can fail.</summary>
internal static class Failures
{
    /// <summary>By name, so that tests can be told apart.</summary>
    public static HttpResponseMessage Next(string name) =>
        name switch
        {
            "429" => ScriptedHandler.Answer(429, ""),
            "429, header" => ScriptedHandler.Answer(429, "", retryAfter: "7"),
            "429, text" => ScriptedHandler.Answer(
                429,
                """{"statusCode":429,"message":"Rate limit is exceeded. Try again in 7 seconds."}"""
            ),
            "503, header" => ScriptedHandler.Answer(503, "", retryAfter: "7"),
            "refused connection" => throw new HttpRequestException(HttpRequestError.ConnectionError),
            "unknown host" => throw new HttpRequestException(HttpRequestError.NameResolutionError),
            "failed handshake" => throw new HttpRequestException(HttpRequestError.SecureConnectionError),
            "failed proxy" => throw new HttpRequestException(HttpRequestError.ProxyTunnelError),
            "broken connection" => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            "reset" => throw new HttpRequestException("reset", new IOException("reset")),
            "timeout" => throw new TaskCanceledException("too slow", new TimeoutException()),
            "broken body" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) },
            _ => ScriptedHandler.Answer(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture), ""),
        };

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken off");
    }
}
