using System.Text;

namespace PowerConnectors.Generator.Naming;

/// <summary>Makes C# names of the names in a document.</summary>
internal static class Identifiers
{
    /// <summary>The name with each of its words capitalised and everything else left out; a leading digit gets an underscore.</summary>
    public static string Pascal(string name)
    {
        switch (Rank(name))
        {
            case 0:
                return name;
            case 1:
                return char.ToUpperInvariant(name[0]) + name.Substring(1);
        }

        StringBuilder result = new(name.Length);
        bool startsWord = true;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            result.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = char.IsDigit(c);
        }

        return result.Length == 0 ? "Value"
            : char.IsDigit(result[0]) ? $"_{result}"
            : result.ToString();
    }

    /// <summary>The name as a parameter is called.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);

        // A run of capitals in the first word is one word: "URLPath" becomes "urlPath", "X-API" becomes "xAPI".
        int word = name.SkipWhile(static c => !char.IsLetterOrDigit(c)).TakeWhile(char.IsLetterOrDigit).Count();
        int capitals = pascal.Take(Math.Max(word, 1)).TakeWhile(char.IsUpper).Count();
        int lowered = capitals <= 1 || capitals == word ? capitals : capitals - 1;
        return pascal.Substring(0, lowered).ToLowerInvariant() + pascal.Substring(lowered);
    }

    /// <summary>A type name; <c>Outer[Inner]</c> reads as one of Inner if that is a type itself, else as a kind of Outer.</summary>
    public static string Type(string name, Func<string, bool> isDefinition)
    {
        int open = name.IndexOf('[');
        if (open <= 0 || !name.EndsWith("]", StringComparison.Ordinal))
        {
            return Pascal(name);
        }

        string outer = name.Substring(0, open);
        string inner = name.Substring(open + 1, name.Length - open - 2);
        return isDefinition(inner) ? $"{Pascal(outer)}Of{Pascal(inner)}" : Pascal(outer) + Pascal(inner);
    }

    /// <summary>
    /// The names in the order in which they get to choose: first those that are C# names as they stand, then those with a small first letter, then the rest.
    /// So a name such as <c>foo-bar</c> that is put before <c>fooBar</c> takes nothing away from it.
    /// </summary>
    public static IEnumerable<string> PlainFirst(IEnumerable<string> names) =>
        names.OrderBy(Rank).ThenBy(static name => name, StringComparer.Ordinal);

    /// <summary>Whether the text can stand as a name, or as several joined by dots.</summary>
    public static bool IsNamespace(string text) => text.Split('.').All(IsIdentifier);

    public static bool IsIdentifier(string text) =>
        text.Length > 0
        && (char.IsLetter(text[0]) || text[0] == '_')
        && text.All(static c => char.IsLetterOrDigit(c) || c == '_')
        && !ReservedNames.IsKeyword(text);

    // What the name and Pascal's have in common: all, all but the first letter, or less. Told without making that, as most names are so already.
    private static int Rank(string name)
    {
        if (name.Length == 0 || char.IsDigit(name[0]))
        {
            return 2;
        }

        bool startsWord = false;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) || (startsWord && char.ToUpperInvariant(c) != c))
            {
                return 2;
            }

            startsWord = char.IsDigit(c);
        }

        return char.ToUpperInvariant(name[0]) == name[0] ? 0 : 1;
    }
}
