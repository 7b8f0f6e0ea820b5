using System.Net.Http.Headers;
using System.Text;

namespace PowerConnectors.Http;

/// <summary>The text of an answer, in the encoding that it names: UTF-8 unless it names one that is known here.</summary>
internal static class AnswerText
{
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        Encoding encoding = Encoding.UTF8;
        if (MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) && type.CharSet is { } name)
        {
            encoding = Find(name.Trim('"')) ?? encoding;
        }

        ReadOnlySpan<byte> mark = encoding.Preamble;
        return encoding.GetString(mark.Length > 0 && body.StartsWith(mark) ? body[mark.Length..] : body);
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
