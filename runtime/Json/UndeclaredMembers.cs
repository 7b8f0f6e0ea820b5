using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>Finds, lists, replaces and writes members of an object that is kept as raw JSON.</summary>
internal static class UndeclaredMembers
{
    public static IReadOnlyList<string> Names(byte[]? json)
    {
        if (json is null)
        {
            return [];
        }

        List<string> names = [];
        Utf8JsonReader reader = Start(json);
        while (NextName(ref reader))
        {
            names.Add(reader.GetString()!);
            Skip(ref reader);
        }

        return names;
    }

    public static bool TryGet(byte[]? json, string name, out JsonElement value)
    {
        value = default;
        bool found = false;
        if (json is null)
        {
            return false;
        }

        Utf8JsonReader reader = Start(json);
        while (NextName(ref reader))
        {
            if (!reader.ValueTextEquals(name))
            {
                Skip(ref reader);
                continue;
            }

            // A name sent twice: the last one counts, as everywhere in System.Text.Json.
            reader.Read();
            value = JsonElement.ParseValue(ref reader);
            found = true;
        }

        return found;
    }

    public static byte[] Set(byte[]? json, string name, JsonElement value) => Rewrite(json, name, value)!;

    public static byte[]? Remove(byte[]? json, string name) => json is null ? null : Rewrite(json, name, value: null);

    public static void WriteMembers(Utf8JsonWriter writer, byte[] json)
    {
        Utf8JsonReader reader = Start(json);
        if (writer.Options.Indented || !NextName(ref reader) || reader.ValueIsEscaped)
        {
            CopyMembers(writer, json, except: null);
            return;
        }

        // All that follows the first name, with the members after it, as if it were one value: they are known to be well-formed, and parsing them once more
        // halves the speed of writing a page of flows.
        writer.WritePropertyName(reader.ValueSpan);
        reader.Read();
        RawJson.Write(writer, json.AsSpan((int)reader.TokenStartIndex..^1));
    }

    private static byte[]? Rewrite(byte[]? json, string name, JsonElement? value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            CopyMembers(writer, json ?? "{}"u8, except: name);
            if (value is { } element)
            {
                writer.WritePropertyName(name);
                element.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        const int EmptyObject = 2;
        return buffer.WrittenCount == EmptyObject ? null : buffer.WrittenSpan.ToArray();
    }

    private static void CopyMembers(Utf8JsonWriter writer, ReadOnlySpan<byte> json, string? except)
    {
        Utf8JsonReader reader = Start(json);
        while (NextName(ref reader))
        {
            if (except is not null && reader.ValueTextEquals(except))
            {
                Skip(ref reader);
                continue;
            }

            if (reader.ValueIsEscaped)
            {
                writer.WritePropertyName(reader.GetString()!);
            }
            else
            {
                writer.WritePropertyName(reader.ValueSpan);
            }

            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            RawJson.Write(writer, json[start..(int)reader.BytesConsumed]);
        }
    }

    private static Utf8JsonReader Start(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, JsonLimits.Reading);
        reader.Read();
        return reader;
    }

    private static bool NextName(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
