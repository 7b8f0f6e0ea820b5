using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.State;

/// <summary>An environment with what lives in it.</summary>
internal sealed class EnvironmentRecord(string name, JsonObject resource)
{
    private readonly Dictionary<string, FlowSlot> _flowsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FlowSlot> _flows = [];

    public string Name { get; } = name;

    /// <summary>The environment as it is answered.</summary>
    public JsonObject Resource { get; } = resource;

    /// <summary>The flows in the order of their creation, deleted ones included.</summary>
    public IReadOnlyList<FlowSlot> Flows => _flows;

    /// <summary>The caller's connections.</summary>
    public List<JsonObject> Connections { get; } = [];

    /// <summary>Adds a flow that is there already.</summary>
    public void Add(FlowRecord flow) => Add(flow.Name, () => flow).Keep();

    /// <summary>Adds a flow that is made when it is needed, the same every time.</summary>
    public FlowSlot Add(string flow, Func<FlowRecord> make)
    {
        var slot = new FlowSlot(flow, make);
        _flowsByName.Add(flow, slot);
        _flows.Add(slot);
        return slot;
    }

    public FlowRecord? Find(string flow) => _flowsByName.GetValueOrDefault(flow)?.Keep();
}
