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
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return ConnectorJson.Parse<T>(JsonMarshal.GetRawUtf8Value(document.RootElement));
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        try
        {
            T.WriteJson(new ModelWriter(writer, WritePurpose.Save), value);
        }
        catch (BodyException exception)
        {
            throw new JsonException($"{typeof(T).Name} cannot be written. {exception.Message}", exception);
        }
    }
}
