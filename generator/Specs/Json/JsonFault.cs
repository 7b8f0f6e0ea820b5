using System.Text.Json;

namespace PowerConnectors.Generator.Specs.Json;

/// <summary>Why a text is not JSON, in the words of who has to correct it: what the reader says speaks of its own options.</summary>
/// <param name="Offset">The place to correct, in characters.</param>
/// <param name="Reason">What is wrong there.</param>
internal sealed record JsonFault(int Offset, string Reason)
{
    /// <param name="text">The text.</param>
    /// <param name="offset">Where the reader stopped.</param>
    /// <param name="isWhole">Whether it had read a whole value by then.</param>
    /// <param name="exception">What the reader says.</param>
    public static JsonFault Find(string text, int offset, bool isWhole, JsonException exception)
    {
        if (text.IndexOf('\0') is 0 or 1)
        {
            return new JsonFault(0, "the file is UTF-16 without a byte order mark; save it as UTF-8");
        }

        if (offset >= text.Length)
        {
            return new JsonFault(text.Length, "the text ends before everything in it is closed");
        }

        char found = text[offset];
        int before = offset - 1;
        while (before >= 0 && IsSpace(text[before]))
        {
            before--;
        }

        char previous = before < 0 ? '\0' : text[before];
        return found switch
        {
            // Elsewhere white space is in order.
            '\t' => new JsonFault(offset, "a tab stands in a string as it is; write it as \\t"),
            '\n' or '\r' => new JsonFault(offset, "a line ends in a string, which is not closed; write a line break as \\n"),
            '<' when before < 0 => new JsonFault(offset, "this is a page of a web site or XML, and not the document itself"),
            _ when before < 0 => new JsonFault(offset, "JSON begins with '{'; a document in YAML has to be converted"),
            _ when isWhole => new JsonFault(offset, "the document has ended before this"),
            '}' or ']' when previous == ',' => new JsonFault(before, "nothing follows this comma; take it away"),
            '/' => new JsonFault(offset, "JSON has no comments"),
            '\'' => new JsonFault(offset, "strings stand in double quotes"),
            '"' when exception.Message.Contains("property name") && previous == '"' => new JsonFault(
                offset,
                "a colon is missing before this"
            ),
            '"' or '{' or '[' when EndsValue(previous) => new JsonFault(offset, "a comma is missing before this"),
            _ when char.IsControl(found) || found > '~' => new JsonFault(
                offset,
                $"the character U+{(int)found:X4} cannot stand here as it is"
            ),
            _ => new JsonFault(offset, Said(exception)),
        };
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static bool EndsValue(char c) => c is '"' or '}' or ']' || char.IsLetterOrDigit(c);

    // The reader ends its messages with the place, which the finding carries itself.
    private static string Said(JsonException exception)
    {
        int place = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? exception.Message : exception.Message.Substring(0, place)).TrimEnd('.');
    }
}
