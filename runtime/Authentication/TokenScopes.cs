using System.Globalization;
using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>
/// Decides what a client asks tokens for: what the options say, or else what the document does, if that is meant for the endpoint's host. A token for a host that nobody named is never
/// asked for on a guess.
/// </summary>
internal static class TokenScopes
{
    private const string Option = nameof(ConnectorClientOptions.Scopes);

    public static string[] Choose(IList<string>? given, ConnectorDescription description, Uri endpoint)
    {
        string[] scopes = [.. given ?? (IEnumerable<string>)description.Scopes];
        if (scopes.Length == 0)
        {
            throw ClientSettings.Wrong(
                Option,
                given is null
                    ? $"must be set: the document of {description.Name} names no scope to ask a token for"
                    : "must hold at least one scope, or be null for those of the document"
            );
        }

        if (Array.Exists(scopes, string.IsNullOrWhiteSpace))
        {
            throw ClientSettings.Wrong(Option, "must not hold an empty scope");
        }

        if (given is null && !endpoint.IsLoopback && !IsMeantFor(description.ScopeHosts, endpoint))
        {
            string hosts = string.Join(", ", description.ScopeHosts);
            throw ClientSettings.Wrong(
                Option,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"must be set: the endpoint's host is {endpoint.IdnHost}, and {description.Name} names scopes for {hosts} only"
                )
            );
        }

        return scopes;
    }

    // The host as it is connected to: in ASCII, so that no letter that looks like another passes for it.
    private static bool IsMeantFor(IReadOnlyList<string> patterns, Uri endpoint)
    {
        string host = endpoint.IdnHost;
        host = host.EndsWith('.') ? host[..^1] : host;
        foreach (string pattern in patterns)
        {
            if (Fits(host, pattern))
            {
                return true;
            }
        }

        return patterns.Count == 0;
    }

    // "*.host" is every name below the host, the dot included, but not the host itself.
    private static bool Fits(string host, string pattern) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.Length >= pattern.Length && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
