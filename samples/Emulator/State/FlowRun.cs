namespace PowerConnectors.Emulator.State;

/// <summary>A run of a flow.</summary>
internal sealed record FlowRun(string Id, string Trigger, string Status);
