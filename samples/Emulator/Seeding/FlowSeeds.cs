using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Flows;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>The flows: a few with a point, and as many ordinary ones as wanted.</summary>
internal static class FlowSeeds
{
    private const int DeletedCount = 5;
    private const string Manual = "manual";
    private const string Recurrence = "Recurrence";

    public static IReadOnlyList<FlowRecord> Notable(string environment)
    {
        var builder = new FlowSeedBuilder(environment);
        var http = builder.Build(
            EmulatorSeed.HttpFlow,
            0,
            "Receive order",
            Manual,
            DefinitionSeeds.HttpTrigger(),
            ("shared_sql", ConnectorSeeds.Sql)
        );
        http.RunOnlyUsers.Add(Permissions.Create(EmulatorSeed.GroupObjectId, "Group", "CanView"));
        var button = builder.Build(
            EmulatorSeed.ButtonFlow,
            1,
            "Call a taxi",
            Manual,
            DefinitionSeeds.ButtonTrigger(),
            ("shared_teams", ConnectorSeeds.Teams)
        );
        var twoSql = builder.Build(
            EmulatorSeed.TwoSqlFlow,
            2,
            "Copy orders to the archive",
            Recurrence,
            DefinitionSeeds.Recurrence(24),
            ("shared_sql", ConnectorSeeds.Sql),
            ("shared_sql_1", ConnectorSeeds.Sql)
        );
        var renamed = builder.Build(
            EmulatorSeed.RenamedAliasFlow,
            3,
            "Send the weekly mail",
            Recurrence,
            DefinitionSeeds.Recurrence(168),
            ("shared_office365_1", ConnectorSeeds.Office365)
        );
        var suspended = builder.Build(
            EmulatorSeed.SuspendedFlow,
            4,
            "Poll the old system",
            Recurrence,
            DefinitionSeeds.Recurrence(1),
            ("shared_sql", ConnectorSeeds.Sql)
        );
        FlowEditor.Suspend(suspended, "NeverTriggering", SeedTime.Of(1000));
        var absent = builder.Build(EmulatorSeed.AbsentReferencesFlow, 5, "Empty shell", Recurrence, DefinitionSeeds.Recurrence(2));
        absent.Properties.Remove(ConnectionReferences.Member);
        absent.Properties["definitionSummary"] = new JsonObject { ["triggers"] = new JsonArray(), ["actions"] = new JsonArray() };
        var none = builder.Build(EmulatorSeed.NullReferencesFlow, 6, "Nothing connected", Recurrence, DefinitionSeeds.Recurrence(3));
        none.Properties[ConnectionReferences.Member] = null;
        none.Properties["definitionSummary"] = null;
        return [http, button, twoSql, renamed, suspended, absent, none];
    }

    public static string OrdinaryName(string environment, int index) => StableGuid.Of("flow", environment, Text(index));

    public static FlowRecord Ordinary(string environment, string name, int index)
    {
        var builder = new FlowSeedBuilder(environment);
        var connector = ConnectorSeeds.Seeds[index % ConnectorSeeds.Seeds.Count];
        var title = $"{connector.DisplayName} job {Text(index)} – Übersicht";
        var flow =
            index % 4 == 0
                ? builder.Build(name, index, title, Manual, DefinitionSeeds.HttpTrigger(), (connector.Name, connector))
                : builder.Build(name, index, title, Recurrence, DefinitionSeeds.Recurrence((index % 24) + 1), (connector.Name, connector));
        Vary(flow, index);
        return flow;
    }

    public static IEnumerable<FlowRecord> Deleted(string environment)
    {
        for (var index = 0; index < DeletedCount; index++)
        {
            var name = index == 0 ? EmulatorSeed.SoftDeletedFlow : StableGuid.Of("deleted", environment, Text(index));
            var flow = new FlowSeedBuilder(environment).Build(
                name,
                100_000 + index,
                $"Deleted job {Text(index)}",
                Recurrence,
                DefinitionSeeds.Recurrence(6),
                ("shared_sql", ConnectorSeeds.Sql)
            );
            flow.State = FlowRecord.DeletedState;
            yield return flow;
        }
    }

    private static void Vary(FlowRecord flow, int index)
    {
        if (index % 3 == 0)
        {
            flow.State = "Stopped";
        }

        if (index % 50 == 7)
        {
            FlowEditor.Suspend(flow, "ApiPolicyViolation", SeedTime.Of(1000 + index));
        }

        if (index % 7 == 0)
        {
            flow.Properties["templateName"] = StableGuid.Of("template", Text(index)).Replace("-", "", StringComparison.Ordinal);
        }

        if (index % 20 == 9)
        {
            flow.Properties["estimatedSuspensionData"] = new JsonObject
            {
                ["reason"] = "NoRecentActivity",
                ["time"] = SeedTime.Of(100_000 + index),
                ["powerAppPlanExcluded"] = false,
            };
        }
    }

    private static string Text(int index) => index.ToString("D4", CultureInfo.InvariantCulture);
}
