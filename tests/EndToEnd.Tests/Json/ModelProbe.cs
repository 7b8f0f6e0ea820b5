using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PowerAutomateManagement;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Reads and writes a model whose type is known only when the test runs, in every way that there is.</summary>
internal abstract class ModelProbe
{
    public static ModelProbe Of(string model) =>
        (ModelProbe)Activator.CreateInstance(typeof(ModelProbe<>).MakeGenericType(ModelSchemas.Models[model]))!;

    public abstract object Parse(ReadOnlySpan<byte> json, bool strict = false);

    public abstract byte[] Save(object model);

    public abstract object WithoutUndeclared(object model);

    public abstract object? Deserialize(ReadOnlySequence<byte> json);

    public abstract ValueTask<object?> DeserializeAsync(Stream json, JsonSerializerOptions options);

    public abstract ValueTask<object?> DeserializeAsync(PipeReader json);

    public abstract string Serialize(object model, JsonSerializerOptions options);

    /// <summary>Reads, writes, and gives what was written.</summary>
    public JsonElement RoundTrip(ReadOnlySpan<byte> json) => JsonElement.Parse(Save(Parse(json)));
}

internal sealed class ModelProbe<T> : ModelProbe
    where T : class, IConnectorModel<T>
{
    private static JsonTypeInfo<T> Info => (JsonTypeInfo<T>)PowerAutomateManagementJsonContext.Default.GetTypeInfo(typeof(T))!;

    public override object Parse(ReadOnlySpan<byte> json, bool strict = false) => ConnectorJson.Parse<T>(json, strict);

    public override byte[] Save(object model) => ConnectorJson.ToUtf8Bytes((T)model);

    public override object WithoutUndeclared(object model) => ((T)model).WithoutUndeclaredMembers();

    public override object? Deserialize(ReadOnlySequence<byte> json)
    {
        Utf8JsonReader reader = new(json);
        return JsonSerializer.Deserialize(ref reader, Info);
    }

    public override async ValueTask<object?> DeserializeAsync(Stream json, JsonSerializerOptions options) =>
        await JsonSerializer.DeserializeAsync(json, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)), TestContext.Current.CancellationToken);

    public override async ValueTask<object?> DeserializeAsync(PipeReader json) =>
        await JsonSerializer.DeserializeAsync(json, Info, TestContext.Current.CancellationToken);

    public override string Serialize(object model, JsonSerializerOptions options) =>
        JsonSerializer.Serialize((T)model, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
}
