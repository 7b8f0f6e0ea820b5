using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PowerAutomateManagement;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Peers.HandWritten;
using PowerConnectors.Json;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>The peers that read and write.</summary>
internal static class JsonCases
{
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

    /// <summary>What any reader has to do at least.</summary>
    public static int CountTokens(byte[] json)
    {
        Utf8JsonReader reader = new(json);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    private static JsonCase<T> Ours<T>()
        where T : ConnectorModel, IConnectorModel<T> => new(static json => ConnectorJson.Parse<T>(json), ConnectorJson.ToUtf8Bytes);

    private static JsonCase<T> HandWritten<T>(JsonTypeInfo<T> type)
        where T : class => new(json => JsonSerializer.Deserialize(json, type), value => JsonSerializer.SerializeToUtf8Bytes(value, type));
}
