namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Says which names a header with a key can have.</summary>
internal static class HeaderName
{
    // What these say is HTTP's own business, or the client's.
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept",
        "Accept-Encoding",
        "Connection",
        "Expect",
        "Host",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "User-Agent",
        "x-ms-client-request-id",
    };

    public static string? WhyNot(string name) =>
        name.Length == 0 || !name.All(IsToken) ? $"'{name}' is not the name of a header"
        : Taken.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            ? $"the header '{name}' has another meaning in every request"
        : null;

    private static bool IsToken(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;
}
