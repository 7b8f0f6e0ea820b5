using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PowerAutomateManagement;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Peers.HandWritten;
using PowerConnectors.Json;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>The peers that read and write.</summary>
internal static class JsonCases
{
    private static readonly JsonSerializerOptions s_reflection = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static JsonCase Ours(string body) =>
        body switch
        {
            Bodies.Flows => Ours<ResourceArrayOfAdminFlow>(),
            Bodies.Definition => Ours<FlowWithConnectionReferences>(),
            _ => Ours<ResourceArrayOfFlowPermission>(),
        };

    public static JsonCase HandWritten(string body) =>
        body switch
        {
            Bodies.Flows => HandWritten(HandWrittenContext.Default.Flows),
            Bodies.Definition => HandWritten(HandWrittenContext.Default.Flow),
            _ => HandWritten(HandWrittenContext.Default.Permissions),
        };

    public static JsonCase NSwag(string body) =>
        body switch
        {
            Bodies.Flows or Bodies.KnownFlows => NSwag<NSwagPeer.ResourceArrayOfAdminFlow>(),
            Bodies.Definition => NSwag<NSwagPeer.FlowWithConnectionReferences>(),
            _ => NSwag<NSwagPeer.ResourceArrayOfFlowPermission>(),
        };

    private static JsonCase<T> Ours<T>()
        where T : ConnectorModel, IConnectorModel<T> => new(static json => ConnectorJson.Parse<T>(json), ConnectorJson.ToUtf8Bytes);

    private static JsonCase<T> HandWritten<T>(JsonTypeInfo<T> type)
        where T : class => new(json => JsonSerializer.Deserialize(json, type), value => JsonSerializer.SerializeToUtf8Bytes(value, type));

    private static JsonCase<T> NSwag<T>()
        where T : class =>
        new(
            static json => JsonSerializer.Deserialize<T>(json, s_reflection),
            static value => JsonSerializer.SerializeToUtf8Bytes(value, s_reflection)
        );
}
