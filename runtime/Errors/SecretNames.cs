namespace PowerConnectors.Errors;

/// <summary>The names behind which secrets stand: those that are known everywhere, and those of one connector.</summary>
/// <param name="ownNames">The members and parameters of a connector whose values are secret, as on the wire.</param>
internal sealed class SecretNames(IEnumerable<string> ownNames)
{
    // Unmistakable, so that what follows counts in prose too: "password: x", "AccountKey=x". Longer names that end so count as well.
    private static readonly string[] s_everywhere =
    [
        "sig",
        "signature",
        "access_token",
        "access-token",
        "accesstoken",
        "refresh_token",
        "refresh-token",
        "refreshtoken",
        "id_token",
        "id-token",
        "idtoken",
        "client_secret",
        "client-secret",
        "clientsecret",
        "client_assertion",
        "client-assertion",
        "clientassertion",
        "password",
        "passwd",
        "pwd",
        "accountkey",
        "sharedaccesskey",
        "subscription-key",
        "functions-key",
        "api-key",
        "api_key",
        "apikey",
    ];

    // Only in an address, as in the "?code=" of an Azure function: elsewhere they are words, or the code of an error.
    private static readonly string[] s_inQueries = ["code", "key"];

    // May be words too, so that they count only where an equals sign or quotes say that they are names. In an address they may be escaped.
    private readonly string[] _asNames = Choose(ownNames);

    /// <summary>The value behind a name, if it is secret.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">Where the sign between name and value stands: an equals sign, its escape, or a colon.</param>
    /// <param name="width">The sign's length.</param>
    /// <returns>The value's start and length, which is zero if it is not secret.</returns>
    public (int Start, int Length) FindValue(ReadOnlySpan<char> text, int separator, int width)
    {
        int end = text[..separator].LastIndexOfAnyExcept("\\\"' ") + 1;
        ReadOnlySpan<char> name = text[..end];
        ReadOnlySpan<char> value = text[(separator + width)..];
        if (name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase))
        {
            return From(separator + width, SecretValue.FindCredentials(value));
        }

        if (name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase))
        {
            return From(separator + width, SecretValue.FindCookies(value));
        }

        bool secret =
            EndsWithAny(name, s_everywhere, static _ => true)
            || (
                text[separator] == ':'
                    ? SecretValue.IsQuoted(value) && EndsWithAny(name, _asNames, IsQuote)
                    : EndsWithAny(name, _asNames, IsBoundary) || EndsWithAny(name, s_inQueries, BeginsParameter)
            );
        return secret ? From(separator + width, SecretValue.Find(value)) : default;
    }

    private static string[] Choose(IEnumerable<string> ownNames)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { "token", "secret" };
        foreach (string name in ownNames)
        {
            if (!string.IsNullOrEmpty(name))
            {
                names.Add(name);
                names.Add(Uri.EscapeDataString(name));
            }
        }

        return [.. names];
    }

    private static (int Start, int Length) From(int offset, (int Start, int Length) value) => (offset + value.Start, value.Length);

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] names, Func<ReadOnlySpan<char>, bool> mayPrecede)
    {
        foreach (string name in names)
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase) && mayPrecede(text[..^name.Length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsQuote(ReadOnlySpan<char> before) => before is [.., '"' or '\''];

    private static bool IsBoundary(ReadOnlySpan<char> before) =>
        before.IsEmpty || !(char.IsLetterOrDigit(before[^1]) || before[^1] is '_' or '-' or '.') || BeginsParameter(before);

    private static bool BeginsParameter(ReadOnlySpan<char> before) =>
        before is [.., '?' or '&'] || EscapedText.Ends(before, "3F") || EscapedText.Ends(before, "26");
}
