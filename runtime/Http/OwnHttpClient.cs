using System.Net;

namespace PowerConnectors.Http;

/// <summary>The HTTP client of a connector client that was given none.</summary>
internal static class OwnHttpClient
{
    // Connections are made anew at times, so that a long-lived client follows changes of the host's address.
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClient Create() => Create(CreateHandler(), disposeHandler: true);

    public static HttpClient Create(HttpMessageHandler handler, bool disposeHandler) =>
        new(handler, disposeHandler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };

    public static HttpMessageHandler CreateHandler() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,

            // An answer that is not read to its end is too large: its connection is dropped, not read on.
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = s_connectionLifetime,
            UseCookies = false,
        };
}
