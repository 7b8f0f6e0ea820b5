using System.Buffers;
using System.Text;

namespace PowerConnectors.Errors;

/// <summary>
/// Takes secrets out of text that people and logs will see: signatures in addresses, tokens and keys, whether they stand in a query, in JSON or in prose.
/// </summary>
internal static class Secrets
{
    private const string Replacement = "REDACTED";

    // Shorter runs behind "Bearer" are words, as in "Bearer token is missing".
    private const int ShortestToken = 20;

    private static readonly string[] s_names =
    [
        "sig",
        "signature",
        "access_token",
        "refresh_token",
        "id_token",
        "client_secret",
        "client_assertion",
        "password",
        "accountkey",
        "sharedaccesskey",
    ];

    private static readonly SearchValues<char> s_token = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/="
    );

    // Where a value ends, in a query, in JSON and in prose.
    private static readonly SearchValues<char> s_ends = SearchValues.Create("&\"'\\ \t\r\n,;)}]<>");

    public static string Redact(string text)
    {
        StringBuilder? result = null;
        int copied = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (FindSecret(text.AsSpan(i)) is { Length: > 0 } secret)
            {
                result ??= new StringBuilder(text.Length);
                result.Append(text, copied, i + secret.Start - copied).Append(Replacement);
                copied = i + secret.Start + secret.Length;
                i = copied - 1;
            }
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static (int Start, int Length) FindSecret(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Token(text, "bearer ".Length);
        }

        if (text.StartsWith("eyJ", StringComparison.Ordinal))
        {
            return Token(text, 0);
        }

        foreach (string name in s_names)
        {
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && ValueStart(text[name.Length..]) is > 0 and int start)
            {
                start += name.Length;
                int end = text[start..].IndexOfAny(s_ends);
                return (start, end < 0 ? text.Length - start : end);
            }
        }

        return default;
    }

    private static (int Start, int Length) Token(ReadOnlySpan<char> text, int start)
    {
        int length = text[start..].IndexOfAnyExcept(s_token);
        length = length < 0 ? text.Length - start : length;
        return length < ShortestToken ? default : (start, length);
    }

    // What stands between a name and its value: '=', its escape, or ':' with quotes and spaces around it.
    private static int ValueStart(ReadOnlySpan<char> text)
    {
        int separator = text.IndexOfAnyExcept("\\\"' ");
        if (separator < 0)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = text[separator..];
        int width =
            rest[0] is '=' or ':' ? 1
            : rest.StartsWith("%3D", StringComparison.OrdinalIgnoreCase) ? 3
            : 0;
        if (width == 0)
        {
            return 0;
        }

        int value = rest[width..].IndexOfAnyExcept("\\\"' ");
        return value < 0 ? 0 : separator + width + value;
    }
}
