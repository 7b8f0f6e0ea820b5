using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.State;

/// <summary>A look at what the service holds. Everything handed out is a copy.</summary>
public sealed class EmulatorState
{
    private readonly EmulatorStore _store;

    internal EmulatorState(EmulatorStore store) => _store = store;

    /// <summary>The names of an environment's flows in the order of their creation, without deleted ones.</summary>
    public IReadOnlyList<string> FlowNames(string environment) =>
        Read(() => _store.FindEnvironment(environment)?.Flows.Where(flow => !flow.IsDeleted).Select(flow => flow.Name).ToList() ?? []);

    /// <summary>All properties that the service keeps of a flow, deleted or not, with connection references by alias; null for an unknown flow.</summary>
    public JsonObject? FlowProperties(string environment, string flow) =>
        Read(() => Find(environment, flow)?.Properties.DeepClone().AsObject());

    /// <summary>The object ids of a flow's owners.</summary>
    public IReadOnlyList<string> Owners(string environment, string flow) =>
        Read(() => Find(environment, flow)?.Owners.Select(PrincipalId).ToList() ?? []);

    /// <summary>The object ids of those who may run a flow and no more.</summary>
    public IReadOnlyList<string> RunOnlyUsers(string environment, string flow) =>
        Read(() => Find(environment, flow)?.RunOnlyUsers.Select(PrincipalId).ToList() ?? []);

    /// <summary>The statuses of a flow's runs by run id.</summary>
    public IReadOnlyDictionary<string, string> Runs(string environment, string flow) =>
        Read(() => Find(environment, flow)?.Runs.ToDictionary(run => run.Id, run => run.Status) ?? []);

    private FlowRecord? Find(string environment, string flow) => _store.FindEnvironment(environment)?.Find(flow);

    private T Read<T>(Func<T> read)
    {
        lock (_store.Lock)
        {
            return read();
        }
    }

    private static string PrincipalId(JsonObject permission) => permission["properties"]!["principal"]!["id"]!.GetValue<string>();
}
