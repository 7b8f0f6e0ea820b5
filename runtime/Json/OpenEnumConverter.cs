using System.Text.Json;
using System.Text.Json.Serialization;

namespace PowerConnectors.Json;

/// <summary>Lets System.Text.Json read and write an open enumeration as its string.</summary>
internal sealed class OpenEnumConverter<T> : JsonConverter<T>
    where T : struct, IOpenEnumValue<T>
{
    // The serializer must not refuse null for a struct: it is how default is written.
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => (T)reader.GetString()!,
            JsonTokenType.Null => default,
            _ => throw new JsonException($"A value of {typeof(T).Name} must be a string."),
        };

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStringValue(value.Value);
    }

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WritePropertyName(value.Value ?? throw new JsonException($"A default {typeof(T).Name} cannot be the key of a dictionary."));
    }
}
