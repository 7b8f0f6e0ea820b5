using System.Text;
using System.Text.Json;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Specs;

/// <summary>Looks up where in a text something stands. Done only for what is reported, so that reading a good document pays nothing for it.</summary>
internal static class JsonPositions
{
    /// <summary>The place of what a JSON pointer names, or of the innermost thing around it that the text has.</summary>
    public static TextPosition Find(string text, IReadOnlyList<string> pointer)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = 128 });
        reader.Read();
        int offset = (int)reader.TokenStartIndex;
        foreach (string segment in pointer)
        {
            if (!Enter(ref reader, segment, ref offset))
            {
                break;
            }
        }

        return At(text, utf8, offset);
    }

    /// <summary>Whether the text has what a JSON pointer names.</summary>
    public static bool Has(string text, IReadOnlyList<string> pointer)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 128 });
        reader.Read();
        int offset = 0;
        foreach (string segment in pointer)
        {
            if (!Enter(ref reader, segment, ref offset))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first member of this name, wherever it stands.</summary>
    public static TextPosition? FindName(string text, string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = 128 });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name))
            {
                return At(text, utf8, (int)reader.TokenStartIndex);
            }
        }

        return null;
    }

    public static int OffsetOf(byte[] utf8, long line, long byteInLine)
    {
        int offset = 0;
        for (long i = 0; i < line && offset < utf8.Length; i++)
        {
            int lineBreak = Array.IndexOf(utf8, (byte)'\n', offset);
            offset = lineBreak < 0 ? utf8.Length : lineBreak + 1;
        }

        return (int)Math.Min(utf8.Length, offset + byteInLine);
    }

    public static TextPosition At(string text, byte[] utf8, int byteOffset)
    {
        int offset = Math.Min(Encoding.UTF8.GetCharCount(utf8, 0, byteOffset), text.Length);
        int line = 0;
        int lineStart = 0;
        for (int i = 0; i < offset; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new TextPosition(offset, line, offset - lineStart);
    }

    // Leaves the reader on the value; of a name that stands twice the first is found, which is near enough to look at.
    private static bool Enter(ref Utf8JsonReader reader, string segment, ref int offset)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool found = reader.ValueTextEquals(segment);
                int start = (int)reader.TokenStartIndex;
                reader.Read();
                if (found)
                {
                    offset = start;
                    return true;
                }

                reader.Skip();
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray && int.TryParse(segment, out int index))
        {
            for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                if (i == index)
                {
                    offset = (int)reader.TokenStartIndex;
                    return true;
                }

                reader.Skip();
            }
        }

        return false;
    }
}
