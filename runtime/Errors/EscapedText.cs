namespace PowerConnectors.Errors;

/// <summary>Characters of addresses as they stand in other addresses: escaped once (<c>%3D</c>) or again and again (<c>%253D</c>).</summary>
internal static class EscapedText
{
    private const string Percent = "25";

    /// <summary>How long the escape of a character is that a text begins with; zero if it begins with none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="code">The character's code, two hexadecimal digits.</param>
    public static int LengthOf(ReadOnlySpan<char> text, string code)
    {
        int length = 1;
        while (text[length..].StartsWith(Percent, StringComparison.Ordinal))
        {
            length += Percent.Length;
        }

        return text[0] == '%' && text[length..].StartsWith(code, StringComparison.OrdinalIgnoreCase) ? length + code.Length : 0;
    }

    /// <summary>Whether a text ends with the escape of a character.</summary>
    public static bool Ends(ReadOnlySpan<char> text, string code)
    {
        if (!text.EndsWith(code, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        text = text[..^code.Length];
        while (text.EndsWith(Percent, StringComparison.Ordinal))
        {
            text = text[..^Percent.Length];
        }

        return text is [.., '%'];
    }
}
