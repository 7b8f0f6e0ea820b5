namespace PowerConnectors.Http;

/// <summary>The address of a connector: the one origin that calls, and with them tokens, go to.</summary>
internal sealed class ConnectorEndpoint
{
    private readonly string _origin;

    public ConnectorEndpoint(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (WhyUnusable(endpoint) is { } reason)
        {
            throw new ArgumentException($"The endpoint {reason}.", nameof(endpoint));
        }

        _origin = endpoint.GetLeftPart(UriPartial.Authority);
        BasePath = endpoint.AbsolutePath.TrimEnd('/');
        Host = endpoint.Authority;
    }

    public string BasePath { get; }

    public string Host { get; }

    /// <summary>
    /// The address of a path and query on this endpoint. It is put together as text, for which nothing that begins with a slash can lead to another host.
    /// </summary>
    public Uri Locate(string pathAndQuery) => new(_origin + pathAndQuery);

    private static string? WhyUnusable(Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri)
        {
            return "must be an absolute address, for example https://host/apim/connector";
        }

        if (endpoint.Scheme != Uri.UriSchemeHttps && !(endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback))
        {
            return "must use https, as credentials are sent to it; http is for loopback addresses only";
        }

        if (endpoint.UserInfo.Length > 0)
        {
            return "must not hold a user name or password: the credential proves who the caller is";
        }

        return endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0
            ? "must not have a query or fragment: paths are appended to it"
            : null;
    }
}
