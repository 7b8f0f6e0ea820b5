using System.Text.Json;
using PowerConnectors.Json;

namespace PowerConnectors.Errors;

/// <summary>Makes JSON of the beginning of JSON: large errors are cut, and the code often stands at their front.</summary>
internal static class CutJson
{
    /// <summary>The members and values that are whole, and the ends that are missing; nothing if the text is no JSON, or is not cut.</summary>
    public static byte[] Close(ReadOnlySpan<byte> beginning)
    {
        Stack<byte> ends = [];
        int whole = 0;
        Utf8JsonReader reader = new(beginning, isFinalBlock: false, new JsonReaderState(JsonLimits.Reading));
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        ends.Push((byte)'}');
                        break;
                    case JsonTokenType.StartArray:
                        ends.Push((byte)']');
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        ends.Pop();
                        break;
                }

                // A name alone is no member.
                whole = reader.TokenType == JsonTokenType.PropertyName ? whole : (int)reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return ends.Count == 0 ? [] : [.. beginning[..whole], .. ends];
    }
}
