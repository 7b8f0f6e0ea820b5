using System.Text;
using System.Text.RegularExpressions;

namespace PowerConnectors.Corpus.Tests.Checking;

/// <summary>A path of the document, which a sent one is held against.</summary>
internal sealed class PathTemplate(string text)
{
    private static readonly Regex s_placeholder = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    public string Text => text;

    /// <summary>The values of the placeholders, decoded; null where the path is another one.</summary>
    public Dictionary<string, string>? Match(string path)
    {
        List<string> names = [];
        StringBuilder pattern = new("^");
        int position = 0;
        foreach (Match placeholder in s_placeholder.Matches(text))
        {
            pattern.Append(Literal(text[position..placeholder.Index])).Append("([^/?#]+?)");
            names.Add(placeholder.Groups[1].Value);
            position = placeholder.Index + placeholder.Length;
        }

        pattern.Append(Literal(text[position..])).Append('$');
        Match match = Regex.Match(path, pattern.ToString(), RegexOptions.CultureInvariant);
        if (!match.Success)
        {
            return null;
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            values[names[i]] = Uri.UnescapeDataString(match.Groups[i + 1].Value);
        }

        return values;
    }

    // A character stands for itself or is escaped.
    private static string Literal(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(static rune =>
                {
                    string escaped = string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(static value => $"%{value:X2}"));
                    return $"(?:{Regex.Escape(rune.ToString())}|{escaped})";
                })
        );
}
