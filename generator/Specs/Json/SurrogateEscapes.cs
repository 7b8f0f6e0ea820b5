using System.Globalization;
using System.Text;

namespace PowerConnectors.Generator.Specs.Json;

/// <summary>
/// Replaces escapes of half a surrogate pair, such as <c>\ud800</c> alone, by the replacement character's, as the compiler does with bytes that are not
/// UTF-8: JSON's grammar allows them, and no string of them can be read. The text keeps its length, so that places in it stay what they are.
/// </summary>
internal static class SurrogateEscapes
{
    private const string Replacement = "\\ufffd";

    public static string? Replace(string? text)
    {
        if (text is null || text.IndexOf("\\ud", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return text;
        }

        StringBuilder result = new(text);
        int position = 0;
        while ((position = text.IndexOf('\\', position)) >= 0)
        {
            char? unit = Unit(text, position);
            if (unit is { } high && char.IsHighSurrogate(high) && Unit(text, position + 6) is { } low && char.IsLowSurrogate(low))
            {
                position += 12;
                continue;
            }

            if (unit is { } lone && char.IsSurrogate(lone))
            {
                result.Remove(position, 6).Insert(position, Replacement);
            }

            // Whatever is escaped is passed over, so that the second half of an escaped backslash does not begin another escape.
            position = Math.Min(position + 2, text.Length);
        }

        return result.ToString();
    }

    // The UTF-16 unit of an escape such as \u0041, if there is one here.
    private static char? Unit(string text, int position) =>
        position + 6 <= text.Length
        && text[position] == '\\'
        && text[position + 1] == 'u'
        && ushort.TryParse(text.Substring(position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? (char)unit
            : null;
}
