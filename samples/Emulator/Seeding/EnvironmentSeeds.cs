using System.Text.Json.Nodes;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>The two environments.</summary>
internal static class EnvironmentSeeds
{
    public static EnvironmentRecord Default() =>
        new(
            EmulatorSeed.DefaultEnvironment,
            Resource(EmulatorSeed.DefaultEnvironment, "Contoso (default)", "DefaultTenant", "Default", true)
        );

    public static EnvironmentRecord Second() =>
        new(EmulatorSeed.SecondEnvironment, Resource(EmulatorSeed.SecondEnvironment, "Contoso Operations", "User", "Standard", false));

    private static JsonObject Resource(string name, string displayName, string creationType, string sku, bool isDefault) =>
        new()
        {
            ["name"] = name,
            ["location"] = "europe",
            ["type"] = "Microsoft.ProcessSimple/environments",
            ["id"] = $"/providers/Microsoft.ProcessSimple/environments/{name}",
            ["properties"] = new JsonObject
            {
                ["displayName"] = displayName,
                ["description"] = isDefault ? null : "Where the operations team keeps its flows.",
                ["createdTime"] = SeedTime.Of(0),
                ["lastModifiedTime"] = SeedTime.Of(4),
                ["provisioningState"] = "Succeeded",
                ["creationType"] = creationType,
                ["environmentSku"] = sku,
                ["environmentType"] = "Production",
                ["isDefault"] = isDefault,
                ["azureRegionHint"] = "westeurope",
                ["permissions"] = new JsonObject { ["CreatePowerApp"] = new JsonObject { ["displayName"] = "Create Power App" } },
                ["runtimeEndpoints"] = new JsonObject { ["microsoft.PowerApps"] = "https://europe.api.powerapps.example" },
                ["states"] = new JsonObject { ["management"] = new JsonObject { ["id"] = "Ready" } },
            },
        };
}
