using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Flows;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>Makes seeded flows of one environment, with owners and runs.</summary>
internal sealed class FlowSeedBuilder(string environment)
{
    private static readonly string[] RunStatuses = ["Succeeded", "Failed", "Running"];

    public FlowRecord Build(
        string name,
        int index,
        string displayName,
        string triggerName,
        JsonObject trigger,
        params (string Alias, ConnectorSeed Connector)[] connections
    )
    {
        var references = new JsonObject();
        foreach (var (alias, connector) in connections)
        {
            references[alias] = ReferenceSeeds.To(connector, environment, references.Count);
        }

        var definition = DefinitionSeeds.Definition(triggerName, trigger, connections);
        var flow = FlowFactory.Create(
            environment,
            name,
            new FlowContent(displayName, definition, "Started", references),
            SeedTime.Of(index)
        );
        AddOwners(flow, index);
        AddRuns(flow, index, triggerName);
        return flow;
    }

    private static void AddOwners(FlowRecord flow, int index)
    {
        flow.Owners.Add(Permissions.Create(EmulatorSeed.ColleagueObjectId, "User", "CanEdit"));
        if (index % 10 == 0)
        {
            // Whoever has left the tenant is listed with a type that the document does not declare.
            var gone = StableGuid.Of("gone", index.ToString(CultureInfo.InvariantCulture));
            flow.Owners.Add(Permissions.Create(gone, "NotSpecified", "CanEdit"));
        }
    }

    private static void AddRuns(FlowRecord flow, int index, string trigger)
    {
        for (var run = 0; run < RunStatuses.Length; run++)
        {
            var number = (909_892_130 + (index * 10) + run).ToString("D9", CultureInfo.InvariantCulture);
            flow.Runs.Add(new FlowRun($"08585329112602833828{number}CU17", trigger, RunStatuses[run]));
        }
    }
}
