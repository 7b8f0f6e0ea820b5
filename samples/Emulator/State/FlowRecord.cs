using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.State;

/// <summary>A flow as the service keeps it: everything it knows, with connection references by alias.</summary>
internal sealed class FlowRecord(string environment, string name, JsonObject properties)
{
    public const string DeletedState = "Deleted";

    public string Environment { get; } = environment;

    public string Name { get; } = name;

    public JsonObject Properties { get; } = properties;

    public List<JsonObject> Owners { get; } = [];

    public List<JsonObject> RunOnlyUsers { get; } = [];

    public List<FlowRun> Runs { get; } = [];

    public JsonObject? Definition => Properties["definition"] as JsonObject;

    public string State
    {
        get => Properties["state"]!.GetValue<string>();
        set => Properties["state"] = value;
    }

    public bool IsDeleted => State == DeletedState;
}
