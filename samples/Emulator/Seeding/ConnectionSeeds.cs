using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>The caller's connections: two to each connector.</summary>
internal static class ConnectionSeeds
{
    private const int PerConnector = 2;

    public static IEnumerable<JsonObject> All(string environment) =>
        ConnectorSeeds.Seeds.SelectMany(
            (connector, index) =>
                Enumerable
                    .Range(0, PerConnector)
                    .Select(number =>
                        Connection(
                            environment,
                            connector.ConnectionName(environment, number),
                            connector.Id,
                            connector.DisplayName,
                            SeedTime.Of((index * PerConnector) + number),
                            null
                        )
                    )
        );

    /// <summary>A connection as the service keeps it.</summary>
    public static JsonObject Connection(
        string environment,
        string name,
        string connectorId,
        string displayName,
        string time,
        JsonNode? connectionParameters
    )
    {
        var properties = new JsonObject
        {
            ["apiId"] = connectorId,
            ["displayName"] = displayName,
            ["createdTime"] = time,
            ["lastModifiedTime"] = time,
            ["overallStatus"] = "Connected",
            ["statuses"] = new JsonArray(new JsonObject { ["status"] = "Connected" }),
            ["environment"] = new JsonObject
            {
                ["name"] = environment,
                ["id"] = $"/providers/Microsoft.PowerApps/environments/{environment}",
            },
            ["createdBy"] = new JsonObject { ["id"] = EmulatorSeed.CallerObjectId, ["type"] = "User" },
        };
        if (connectionParameters is not null)
        {
            properties["connectionParameters"] = connectionParameters;
        }

        return new JsonObject
        {
            ["name"] = name,
            ["id"] = $"{connectorId}/connections/{name}",
            ["type"] = "Microsoft.PowerApps/apis/connections",
            ["properties"] = properties,
        };
    }
}
