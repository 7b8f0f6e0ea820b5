using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PowerConnectors.Json;

/// <summary>Lets System.Text.Json read and write an open enumeration as its number.</summary>
internal sealed class OpenEnumNumberConverter<T, TNumber> : JsonConverter<T>
    where T : struct, IOpenEnumNumber<T, TNumber>
    where TNumber : struct, INumber<TNumber>
{
    // The serializer must not refuse null for a struct: it is how default is written.
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        using JsonDocument json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.ValueKind == JsonValueKind.Number ? Parse(json.RootElement.GetRawText()) : throw Refuse();
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Value is not { } number)
        {
            writer.WriteNullValue();
        }
        else if (TNumber.IsFinite(number))
        {
            RawJson.Write(writer, Encoding.UTF8.GetBytes(Text(number)));
        }
        else
        {
            throw Refuse();
        }
    }

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(
            value.Value is { } number
                ? Text(number)
                : throw new JsonException($"A default {typeof(T).Name} cannot be the key of a dictionary.")
        );

    private static T Parse(string text) =>
        TNumber.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out TNumber number) ? number : throw Refuse();

    private static string Text(TNumber number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static JsonException Refuse() => new($"A value of {typeof(T).Name} must be a number that {typeof(TNumber).Name} can hold.");
}
