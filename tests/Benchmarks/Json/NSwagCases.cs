using System.Text.Json;
using System.Text.Json.Serialization;
using PowerConnectors.Benchmarks.Inputs;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>NSwag's models, which are read and written by reflection.</summary>
internal static class NSwagCases
{
    private static readonly JsonSerializerOptions s_reflection = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static JsonCase Of(string body) =>
        body switch
        {
            Bodies.Flows or Bodies.KnownFlows => Of<NSwagPeer.ResourceArrayOfAdminFlow>(),
            Bodies.Definition => Of<NSwagPeer.FlowWithConnectionReferences>(),
            _ => Of<NSwagPeer.ResourceArrayOfFlowPermission>(),
        };

    private static JsonCase<T> Of<T>()
        where T : class =>
        new(
            static json => JsonSerializer.Deserialize<T>(json, s_reflection),
            static value => JsonSerializer.SerializeToUtf8Bytes(value, s_reflection)
        );
}
