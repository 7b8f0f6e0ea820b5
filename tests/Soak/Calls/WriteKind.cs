namespace PowerConnectors.Soak.Calls;

/// <summary>The writes, by their operations.</summary>
internal enum WriteKind
{
    CreateFlow,
    CreateConnection,
    UpdateFlow,
    StartFlow,
    StopFlow,
    ModifyFlowOwners,
    ModifyRunOnlyUsers,
    ResubmitFlow,
    CancelFlowRun,
    DeleteFlow,
}
