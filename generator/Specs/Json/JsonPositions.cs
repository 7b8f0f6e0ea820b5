using System.Globalization;
using System.Text;
using System.Text.Json;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Specs.Json;

/// <summary>Looks up where in a text something stands. Done only for what is reported, so that reading a good document pays nothing for it.</summary>
internal static class JsonPositions
{
    public const int MaxDepth = 128;

    /// <summary>The place of what a JSON pointer names, or of the innermost thing around it that the text has.</summary>
    /// <param name="text">The text, which is JSON.</param>
    /// <param name="pointer">The names on the way, decoded.</param>
    /// <param name="depth">How many of the names the text has.</param>
    public static TextPosition Find(string text, IReadOnlyList<string> pointer, out int depth)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        int offset = (int)reader.TokenStartIndex;
        depth = 0;
        while (depth < pointer.Count && Enter(ref reader, pointer[depth], ref offset))
        {
            depth++;
        }

        return At(utf8, offset);
    }

    /// <summary>The names on the way to what stands at an offset in bytes, of a text that is JSON.</summary>
    public static IReadOnlyList<string> PointerTo(byte[] utf8, int offset)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        Stack<(bool IsArray, int Count, string Name)> way = new();
        while (reader.Read() && reader.BytesConsumed <= offset)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    way.Pop();
                    continue;
                case JsonTokenType.PropertyName:
                    way.Pop();
                    way.Push((false, 0, reader.GetString()!));
                    continue;
            }

            Count(way);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                way.Push((reader.TokenType == JsonTokenType.StartArray, -1, ""));
            }
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            way.Pop();
            way.Push((false, 0, reader.GetString()!));
        }
        else
        {
            Count(way);
        }

        return [.. way.Reverse().Select(static step => step.IsArray ? step.Count.ToString(CultureInfo.InvariantCulture) : step.Name)];
    }

    /// <summary>A JSON pointer of decoded names, as RFC 6901 writes it.</summary>
    public static string Pointer(IEnumerable<string> names) =>
        string.Concat(names.Select(static name => $"/{name.Replace("~", "~0").Replace("/", "~1")}"));

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

    public static TextPosition At(byte[] utf8, int byteOffset)
    {
        string before = Encoding.UTF8.GetString(utf8, 0, byteOffset);
        return AtOffset(before, before.Length);
    }

    public static TextPosition AtOffset(string text, int offset)
    {
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

    private static void Count(Stack<(bool IsArray, int Count, string Name)> way)
    {
        if (way.Count > 0 && way.Peek().IsArray)
        {
            (_, int count, string name) = way.Pop();
            way.Push((true, count + 1, name));
        }
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
