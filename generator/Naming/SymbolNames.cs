using System.Globalization;

namespace PowerConnectors.Generator.Naming;

/// <summary>Names for texts that have neither letter nor digit, as values of enumerations do at times: <c>&gt;=</c>, a bullet, nothing at all.</summary>
internal static class SymbolNames
{
    private static readonly Dictionary<char, string> Names = new()
    {
        [' '] = "Space",
        ['!'] = "Exclamation",
        ['"'] = "Quote",
        ['#'] = "Hash",
        ['$'] = "Dollar",
        ['%'] = "Percent",
        ['&'] = "And",
        ['\''] = "Apostrophe",
        ['('] = "Open",
        [')'] = "Close",
        ['*'] = "Star",
        ['+'] = "Plus",
        [','] = "Comma",
        ['-'] = "Minus",
        ['.'] = "Dot",
        ['/'] = "Slash",
        [':'] = "Colon",
        [';'] = "Semicolon",
        ['<'] = "Less",
        ['='] = "Equal",
        ['>'] = "Greater",
        ['?'] = "Question",
        ['@'] = "At",
        ['['] = "OpenSquare",
        ['\\'] = "Backslash",
        [']'] = "CloseSquare",
        ['^'] = "Caret",
        ['_'] = "Underscore",
        ['`'] = "Backtick",
        ['{'] = "OpenBrace",
        ['|'] = "Pipe",
        ['}'] = "CloseBrace",
        ['~'] = "Tilde",
    };

    /// <summary>The text's name: <c>Empty</c>, the names of its ASCII characters, and the numbers of others.</summary>
    public static string Of(string text) => text.Length == 0 ? "Empty" : string.Concat(text.Select(NameOf));

    private static string NameOf(char c) =>
        Names.TryGetValue(c, out string? name) ? name : $"U{((int)c).ToString("X4", CultureInfo.InvariantCulture)}";
}
