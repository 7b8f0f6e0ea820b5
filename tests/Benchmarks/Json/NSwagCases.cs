using System.Text.Json;
using System.Text.Json.Serialization;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;

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

    /// <summary>By reflection, and so not natively compiled. It drops what is not declared, so that there is nothing to compare.</summary>
    public static Contender[] ReadersOf(string body)
    {
        bool isFlows = body == Bodies.Flows;
        string readable = isFlows ? Bodies.KnownFlows : body;
        byte[] json = Bodies.Read(readable);
        JsonCase nswag = Of(readable);
        return [Contender.Of(isFlows ? "NSwag (declared states only)" : "NSwag", () => nswag.Read(json))];
    }

    private static JsonCase<T> Of<T>()
        where T : class =>
        new(
            static json => JsonSerializer.Deserialize<T>(json, s_reflection),
            static value => JsonSerializer.SerializeToUtf8Bytes(value, s_reflection)
        );
}
