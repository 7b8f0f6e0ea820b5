using System.Globalization;
using System.Text;

namespace PowerConnectors.Generator.Diagnostics;

/// <summary>Brings text of a document into a message: on one line, in the order in which it is read, and not without end.</summary>
internal static class MessageText
{
    private const int MaxLength = 400;

    public static string Quote(string text)
    {
        string shown = text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + "…";
        if (!shown.Any(IsHidden))
        {
            return shown;
        }

        StringBuilder result = new();
        foreach (char c in shown)
        {
            _ = IsHidden(c) ? result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)) : result.Append(c);
        }

        return result.ToString();
    }

    // A line break would begin a line of the build's output, and these marks turn around what follows.
    private static bool IsHidden(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
