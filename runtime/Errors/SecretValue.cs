using System.Buffers;

namespace PowerConnectors.Errors;

/// <summary>Says how far a secret reaches that follows its name: to the quote that ends it, or else to where words and parameters end.</summary>
internal static class SecretValue
{
    // Shorter runs behind "Authorization:" are words.
    private const int ShortestCredentials = 20;

    private static readonly string[] s_schemes =
    [
        "basic ",
        "bearer ",
        "digest ",
        "negotiate ",
        "ntlm ",
        "sharedaccesssignature ",
        "sharedkey ",
    ];

    private static readonly SearchValues<char> s_ends = SearchValues.Create("&\"'\\ \t\r\n,;)}]<>");

    private static readonly SearchValues<char> s_cookieEnds = SearchValues.Create("\"'\\ \t\r\n<>");

    /// <summary>Whether the value behind a name is in quotes, escaped or not.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> text) => text.TrimStart(" \t\\") is ['"' or '\'', ..];

    /// <summary>The value in what follows a name and its sign.</summary>
    /// <returns>Its start and length, without quotes.</returns>
    public static (int Start, int Length) Find(ReadOnlySpan<char> text)
    {
        int start = Math.Max(text.IndexOfAnyExcept(' ', '\t'), 0);
        int slashes = text[start..].IndexOfAnyExcept('\\');
        if (slashes >= 0 && IsQuote(text[start + slashes]))
        {
            start += slashes + 1;
            return (start, QuotedLength(text[start..], text[start - 1], slashes));
        }

        int length = text[start..].IndexOfAny(s_ends);
        length = length < 0 ? text.Length - start : length;
        return text.Slice(start, length) is "null" ? default : (start, length);
    }

    /// <summary>The credentials in what follows <c>Authorization</c> and its sign: with a scheme ahead of them, or long.</summary>
    public static (int Start, int Length) FindCredentials(ReadOnlySpan<char> text)
    {
        (int start, int length) = Find(text);
        foreach (string scheme in s_schemes)
        {
            if (text[start..].StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                bool quoted = length > scheme.Length;
                start += scheme.Length;
                return (start, quoted ? length - scheme.Length : Find(text[start..]).Length);
            }
        }

        return length < ShortestCredentials ? default : (start, length);
    }

    /// <summary>The cookies in what follows <c>Cookie</c> or <c>Set-Cookie</c> and its sign: pairs of name and value, in one quoted text or apart from each other by semicolons.</summary>
    public static (int Start, int Length) FindCookies(ReadOnlySpan<char> text)
    {
        int start = Math.Max(text.IndexOfAnyExcept(" \t["), 0);
        (int offset, int length) = IsQuoted(text[start..]) ? Find(text[start..]) : (0, PairsLength(text[start..]));
        start += offset;
        return text.Slice(start, length).Contains('=') ? (start, length) : default;
    }

    private static int PairsLength(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool next = text[i] == ' ' && i > 0 && text[i - 1] == ';';
            if (!next && s_cookieEnds.Contains(text[i]))
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool IsQuote(char c) => c is '"' or '\'';

    private static int QuotedLength(ReadOnlySpan<char> text, char quote, int slashes)
    {
        int run = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == quote && Ends(run, slashes))
            {
                return i - Math.Min(run, slashes);
            }

            run = text[i] == '\\' ? run + 1 : 0;
        }

        return text.Length;
    }

    // JSON within a string within JSON: each level escapes the quotes and backslashes of the one inside. A quote that belongs to a level outside ends the value too.
    private static bool Ends(int run, int slashes)
    {
        while (slashes > 0 && run % 2 == 1)
        {
            run = (run - 1) / 2;
            slashes = (slashes - 1) / 2;
        }

        return run % 2 == 0;
    }
}
