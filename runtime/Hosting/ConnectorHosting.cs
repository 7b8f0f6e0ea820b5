using System.ComponentModel;
using PowerConnectors.Http;

namespace PowerConnectors.Hosting;

/// <summary>What generated code needs to register a client with a service collection. The runtime itself knows no container.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConnectorHosting
{
    // By name: whoever uses them has brought their packages, and nobody else should have to.
    private static readonly string[] s_handlersThatRetry =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>Makes the innermost handler of a chain: the same that a client has that is given no HTTP client.</summary>
    /// <returns>The handler, which follows no redirects and keeps no cookies.</returns>
    public static HttpMessageHandler CreateHandler() => OwnHttpClient.CreateHandler();

    /// <summary>
    /// Has a client send through a chain of handlers, unless the options name an HTTP client already. Where the chain holds a handler that tries again
    /// (<c>AddStandardResilienceHandler</c>), the client itself does not: <see cref="ConnectorClientOptions.MaxRetries"/> becomes 0.
    /// </summary>
    /// <param name="options">The options that the client will be made with.</param>
    /// <param name="handler">The outermost handler of the chain, which is not disposed.</param>
    /// <exception cref="ArgumentException">The innermost handler follows redirects, which would carry keys and writes elsewhere.</exception>
    public static void SendThrough(ConnectorClientOptions options, HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(handler);
        if (options.HttpClient is not null)
        {
            return;
        }

        HttpMessageHandler[] chain = [.. Chain(handler)];
        if (chain[^1] is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
        {
            throw new ArgumentException(
                "The innermost handler of the HTTP client follows redirects, which would carry keys and writes to other addresses: "
                    + "set its AllowAutoRedirect to false.",
                nameof(handler)
            );
        }

        options.HttpClient = OwnHttpClient.Create(handler, disposeHandler: false);
        if (Array.Exists(chain, static link => Array.IndexOf(s_handlersThatRetry, link.GetType().FullName) >= 0))
        {
            options.MaxRetries = 0;
        }
    }

    /// <summary>
    /// Says what is wrong with settings: a client is made of them for trial and ended at once. Nothing is sent, and the budgets of clients that run are left alone.
    /// </summary>
    /// <typeparam name="T">The settings' type.</typeparam>
    /// <param name="settings">The settings.</param>
    /// <param name="earlier">The settings of the clients that were registered before, as they are now: clients of one connection have to agree.</param>
    /// <param name="options">The options in settings.</param>
    /// <param name="create">Makes a client of settings.</param>
    /// <returns>Why no client can be made; <see langword="null"/> if one can.</returns>
    public static string? FindFault<T>(
        T settings,
        IEnumerable<T> earlier,
        Func<T, ConnectorClientOptions> options,
        Func<T, ConnectorClient> create
    )
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(create);
        ConnectorThrottleRegistry registry = options(settings).ThrottleRegistry;
        using TrialClients trials = new();
        foreach (T other in earlier)
        {
            if (options(other).ThrottleRegistry == registry)
            {
                // What is wrong with these by themselves is said where they are looked at.
                trials.Create(options(other), () => create(other));
            }
        }

        return trials.Create(options(settings), () => create(settings));
    }

    private static IEnumerable<HttpMessageHandler> Chain(HttpMessageHandler handler)
    {
        for (HttpMessageHandler? link = handler; link is not null; link = (link as DelegatingHandler)?.InnerHandler)
        {
            yield return link;
        }
    }
}
