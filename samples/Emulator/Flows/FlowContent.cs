using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Flows;

/// <summary>What makes a flow: the rest the service adds.</summary>
internal sealed record FlowContent(string DisplayName, JsonObject Definition, string State, JsonNode? ConnectionReferences);
