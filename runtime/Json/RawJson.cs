using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>Writes JSON that is kept as text without touching its numbers and escapes.</summary>
internal static class RawJson
{
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> value)
    {
        if (!writer.Options.Indented)
        {
            writer.WriteRawValue(value, skipInputValidation: true);
            return;
        }

        // Raw text keeps the service's layout; a person who asked for an indented file wants all of it indented.
        Utf8JsonReader reader = new(value, JsonLimits.Reading);
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        document.RootElement.WriteTo(writer);
    }
}
