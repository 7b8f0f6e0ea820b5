using System.Text.Json.Serialization;

namespace PowerConnectors.Benchmarks.Peers.HandWritten;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Page<Flow<Dictionary<string, ConnectionReference>>>), TypeInfoPropertyName = "Flows")]
[JsonSerializable(typeof(Flow<List<ConnectionReference>>), TypeInfoPropertyName = "Flow")]
[JsonSerializable(typeof(Page<Permission>), TypeInfoPropertyName = "Permissions")]
[JsonSerializable(typeof(PlainPage), TypeInfoPropertyName = "PlainPermissions")]
internal sealed partial class HandWrittenContext : JsonSerializerContext;
