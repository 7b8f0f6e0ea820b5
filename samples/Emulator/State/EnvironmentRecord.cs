using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.State;

/// <summary>An environment with what lives in it.</summary>
internal sealed class EnvironmentRecord(string name, JsonObject resource)
{
    private readonly Dictionary<string, FlowRecord> _flowsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FlowRecord> _flows = [];

    public string Name { get; } = name;

    /// <summary>The environment as it is answered.</summary>
    public JsonObject Resource { get; } = resource;

    /// <summary>The flows in the order of their creation, deleted ones included.</summary>
    public IReadOnlyList<FlowRecord> Flows => _flows;

    /// <summary>The caller's connections.</summary>
    public List<JsonObject> Connections { get; } = [];

    public void Add(FlowRecord flow)
    {
        _flowsByName.Add(flow.Name, flow);
        _flows.Add(flow);
    }

    public FlowRecord? Find(string flow) => _flowsByName.GetValueOrDefault(flow);
}
