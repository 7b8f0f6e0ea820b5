using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>Connection references of seeded flows.</summary>
internal static class ReferenceSeeds
{
    /// <summary>A reference to the caller's connection number <paramref name="number"/>, with what the service adds.</summary>
    public static JsonObject To(ConnectorSeed connector, string environment, int number)
    {
        var reference = new JsonObject
        {
            ["connectionName"] = connector.ConnectionName(environment, number),
            ["connectionReferenceLogicalName"] = number == 0 ? null : $"contoso_{connector.Name}_{(char)('a' + number)}",
            ["source"] = number == 0 ? "Embedded" : "Invoker",
            ["id"] = connector.Id,
            ["displayName"] = connector.DisplayName,
            ["iconUri"] = connector.IconUri,
            ["brandColor"] = connector.BrandColor,
            ["tier"] = connector.Tier,
            ["apiName"] = connector.Name["shared_".Length..],
            ["isProcessSimpleApiReferenceConversionAlreadyDone"] = false,
        };
        if (number == 0)
        {
            reference["apiDefinition"] = ConnectorSeeds.WithoutConnectionParameters(ConnectorSeeds.Connector(connector, 0));
        }

        return reference;
    }
}
