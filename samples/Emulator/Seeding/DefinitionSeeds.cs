using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>Flow definitions in the workflow definition language.</summary>
internal static class DefinitionSeeds
{
    private const string Schema =
        "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#";

    public static JsonObject Definition(
        string triggerName,
        JsonObject trigger,
        params (string Alias, ConnectorSeed Connector)[] connections
    )
    {
        var actions = new JsonObject();
        foreach (var (alias, connector) in connections)
        {
            actions[$"Call_{alias}"] = Call(alias, connector, actions.LastOrDefault().Key);
        }

        return new JsonObject
        {
            ["$schema"] = Schema,
            ["contentVersion"] = "1.0.0.0",
            ["parameters"] = new JsonObject
            {
                ["$connections"] = new JsonObject { ["defaultValue"] = new JsonObject(), ["type"] = "Object" },
                ["$authentication"] = new JsonObject { ["defaultValue"] = new JsonObject(), ["type"] = "SecureObject" },
            },
            ["triggers"] = new JsonObject { [triggerName] = trigger },
            ["actions"] = actions,
            ["outputs"] = new JsonObject(),
        };
    }

    public static JsonObject HttpTrigger() => Request("Http");

    public static JsonObject ButtonTrigger() => Request("Button");

    public static JsonObject Recurrence(int hours) =>
        new()
        {
            ["type"] = "Recurrence",
            ["recurrence"] = new JsonObject { ["frequency"] = "Hour", ["interval"] = hours },
        };

    private static JsonObject Request(string kind) =>
        new()
        {
            ["type"] = "Request",
            ["kind"] = kind,
            ["inputs"] = new JsonObject
            {
                ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() },
            },
        };

    private static JsonObject Call(string alias, ConnectorSeed connector, string? after) =>
        new()
        {
            ["runAfter"] = after is null ? new JsonObject() : new JsonObject { [after] = new JsonArray("Succeeded") },
            ["type"] = "OpenApiConnection",
            ["inputs"] = new JsonObject
            {
                ["host"] = new JsonObject
                {
                    ["connectionName"] = alias,
                    ["operationId"] = "GetItems",
                    ["apiId"] = connector.Id,
                },
                ["parameters"] = new JsonObject { ["table"] = "[dbo].[Orders]", ["$top"] = 10 },
                ["authentication"] = "@parameters('$authentication')",
            },
        };
}
