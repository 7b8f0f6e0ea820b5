using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PowerConnectors.Json;

/// <summary>Lets System.Text.Json read and write a model with the model's own code.</summary>
internal sealed class ModelConverter<T> : JsonConverter<T>
    where T : class, IConnectorModel<T>
{
    // The serializer's reader may hold the value in several segments; the document gathers them.
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader before = reader;
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(document.RootElement);
        try
        {
            return ConnectorJson.Parse<T>(json);
        }
        catch (JsonException exception) when (before.CurrentDepth > 0)
        {
            // An exception without a path gets the serializer's: that of the model within the whole, and the line on which the reader stands.
            reader = before;
            GoTo(JsonLocation.PositionOf(json, exception), ref reader);
            throw new JsonException(
                $"The {typeof(T).Name} cannot be read at {exception.Path} within it: {exception.InnerException?.Message.TrimEnd('.')}.",
                exception
            );
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        try
        {
            new ModelWriter(writer, WritePurpose.Save).WriteModel(value);
        }
        catch (BodyException exception)
        {
            throw new JsonException($"{typeof(T).Name} cannot be written. {exception.Message}", exception);
        }
    }

    private static void GoTo(long position, ref Utf8JsonReader reader)
    {
        long start = reader.TokenStartIndex;
        while (reader.BytesConsumed - start <= position && reader.Read()) { }
    }
}
