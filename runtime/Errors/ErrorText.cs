using System.Globalization;
using System.Text;

namespace PowerConnectors.Errors;

/// <summary>Puts an exception's message together: one line of bounded length, whatever the service sent.</summary>
internal static class ErrorText
{
    private const int MaxLength = 1000;

    /// <summary>For example: <c>GetFlow failed: 404 Not Found, FlowNotFound: Could not find flow '1'. Check its name. (request id 2)</c></summary>
    public static string Compose(
        string operationName,
        int status,
        string? reasonPhrase,
        string? code,
        string? message,
        string? hint,
        IReadOnlyList<string> notes
    )
    {
        string number = status.ToString(CultureInfo.InvariantCulture);
        string?[] causes = [status == 0 ? null : Join(" ", [number, OneLine(reasonPhrase)]), Join(": ", [OneLine(code), OneLine(message)])];
        string cause = Sentences(Join(", ", causes), OneLine(hint));
        string subject = Join(" failed: ", [OneLine(operationName), cause.Length == 0 ? "no reason is known" : cause]);
        return notes.Count == 0 ? subject : $"{subject} ({OneLine(string.Join(", ", notes))})";
    }

    /// <summary>A duration in seconds, without digits that say nothing.</summary>
    public static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Sentences(string first, string? second) =>
        string.IsNullOrEmpty(second) ? first : $"{first}{(first is [.., '.' or '!' or '?'] ? " " : ". ")}{second}";

    private static string Join(string separator, string?[] parts) =>
        string.Join(separator, Array.FindAll(parts, static part => !string.IsNullOrEmpty(part)));

    /// <summary>A text of one line and bounded length.</summary>
    public static string? OneLine(string? text)
    {
        if (text is null)
        {
            return null;
        }

        StringBuilder line = new(Math.Min(text.Length, MaxLength));
        foreach (char c in text)
        {
            bool blank = char.IsWhiteSpace(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
            if (!blank)
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }

            if (line.Length == MaxLength)
            {
                // A character of two units is not cut in half.
                line.Length -= char.IsHighSurrogate(line[^1]) ? 1 : 0;
                return line.Append('…').ToString();
            }
        }

        return line.ToString().TrimEnd();
    }
}
