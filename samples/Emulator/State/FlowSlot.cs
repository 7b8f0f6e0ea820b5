namespace PowerConnectors.Emulator.State;

/// <summary>A flow's place in its environment. A seeded flow is made when somebody looks at it, so that an environment of 45,000 is there at once.</summary>
internal sealed class FlowSlot(string name, Func<FlowRecord> make)
{
    private FlowRecord? _kept;

    public string Name { get; } = name;

    /// <summary>Whether the flow has been deleted: nothing that was never touched has.</summary>
    public bool IsDeleted => _kept is { IsDeleted: true };

    /// <summary>The flow, for reading only: it is not kept.</summary>
    public FlowRecord Look() => _kept ?? make();

    /// <summary>The flow, for whatever comes: from now on it is kept.</summary>
    public FlowRecord Keep() => _kept ??= make();
}
