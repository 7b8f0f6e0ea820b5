using System.Buffers;

namespace PowerConnectors.Errors;

/// <summary>
/// Finds secrets in text: signatures in addresses, tokens, passwords and keys, whether they stand in a query, in JSON, in a header or in prose. It rather finds too much.
/// </summary>
internal sealed class SecretFinder(SecretNames names)
{
    // Shorter runs behind "Bearer" are words, as in "Bearer token is missing".
    private const int ShortestToken = 20;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("=:%eBb");

    private static readonly SearchValues<char> s_token = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/="
    );

    private static readonly SearchValues<char> s_authorityEnds = SearchValues.Create("/?#\"'\\ \r\n\t");

    /// <summary>The first secret at or behind a position.</summary>
    /// <returns>Its start and length, which is zero if there is none.</returns>
    public (int Start, int Length) Find(ReadOnlySpan<char> text, int from)
    {
        while (text[from..].IndexOfAny(s_marks) is >= 0 and int distance)
        {
            from += distance;
            (int start, int length) = FindAt(text, from);
            if (length > 0)
            {
                return (start, length);
            }

            from++;
        }

        return default;
    }

    private (int Start, int Length) FindAt(ReadOnlySpan<char> text, int mark)
    {
        ReadOnlySpan<char> rest = text[mark..];
        return rest[0] switch
        {
            ':' when rest.StartsWith("://", StringComparison.Ordinal) => UserInfo(text, mark + "://".Length),
            '=' or ':' => names.FindValue(text, mark, width: 1),
            '%' when EscapedText.LengthOf(rest, "3D") is > 0 and int width => names.FindValue(text, mark, width),
            'e' when rest.StartsWith("eyJ", StringComparison.Ordinal) => Token(text, mark),
            'b' or 'B' when BehindScheme(rest, "bearer") is > 0 and int length => Token(text, mark + length),
            'b' or 'B' when BehindScheme(rest, "basic") is > 0 and int length => Credentials(text, mark + length),
            _ => default,
        };
    }

    // As in a header, with more blanks than one, or with the scheme for a name: "bearer: x".
    private static int BehindScheme(ReadOnlySpan<char> text, string scheme)
    {
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        int gap = text[scheme.Length..].IndexOfAnyExcept(" \t:=");
        return gap <= 0 ? 0 : scheme.Length + gap;
    }

    private static (int Start, int Length) Token(ReadOnlySpan<char> text, int start)
    {
        int length = TokenLength(text[start..]);
        return length < ShortestToken ? default : (start, length);
    }

    // Of what may stand behind "Basic", credentials alone hold a user and a password.
    private static (int Start, int Length) Credentials(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> token = text.Slice(start, TokenLength(text[start..]));
        byte[] decoded = new byte[token.Length];
        bool valid = Convert.TryFromBase64Chars(token, decoded, out int length);
        return valid && decoded.AsSpan(0, length).Contains((byte)':') ? (start, token.Length) : default;
    }

    private static int TokenLength(ReadOnlySpan<char> text)
    {
        int length = text.IndexOfAnyExcept(s_token);
        return length < 0 ? text.Length : length;
    }

    // The password of an address such as https://user:password@host.
    private static (int Start, int Length) UserInfo(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> authority = text[start..];
        int end = authority.IndexOfAny(s_authorityEnds);
        authority = end < 0 ? authority : authority[..end];
        int colon = authority.IndexOf(':');
        int at = authority.LastIndexOf('@');
        return colon < 0 || at < colon ? default : (start + colon + 1, at - colon - 1);
    }
}
