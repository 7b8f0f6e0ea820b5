using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>The connectors.</summary>
internal static class ConnectorSeeds
{
    public static readonly ConnectorSeed Office365 = new("shared_office365", "Office 365 Outlook", "Standard", "#0078D4");
    public static readonly ConnectorSeed Sql = new("shared_sql", "SQL Server", "Premium", "#BA141A");
    public static readonly ConnectorSeed SharePoint = new("shared_sharepointonline", "SharePoint", "Standard", "#036C70");
    public static readonly ConnectorSeed Teams = new("shared_teams", "Microsoft Teams", "Standard", "#4B53BC");
    public static readonly ConnectorSeed Approvals = new("shared_approvals", "Approvals", "Standard", "#A74BC0");
    public static readonly ConnectorSeed FlowManagement = new("shared_flowmanagement", "Power Automate Management", "Standard", "#0077FF");
    public static readonly ConnectorSeed Orders = new("shared_contoso-20orders-5f6a1b", "Contoso Orders", "NotSpecified", "#007EE5");

    public static readonly IReadOnlyList<ConnectorSeed> Seeds = [Office365, Sql, SharePoint, Teams, Approvals, FlowManagement, Orders];

    public static IReadOnlyList<JsonObject> All() => [.. Seeds.Select(Connector)];

    /// <summary>A connector as other resources hold it, without connection parameters.</summary>
    public static JsonObject WithoutConnectionParameters(JsonObject connector)
    {
        var copy = connector.DeepClone().AsObject();
        copy["properties"]!.AsObject().Remove("connectionParameters");
        return copy;
    }

    public static JsonObject Connector(ConnectorSeed seed, int index) =>
        new()
        {
            ["name"] = seed.Name,
            ["id"] = seed.Id,
            ["type"] = "Microsoft.PowerApps/apis",
            ["properties"] = new JsonObject
            {
                ["displayName"] = seed.DisplayName,
                ["iconUri"] = seed.IconUri,
                ["iconBrandColor"] = seed.BrandColor,
                ["isCustomApi"] = seed == Orders,
                ["tier"] = seed.Tier,
                ["connectionParameters"] = ConnectionParameters(),
                ["runtimeUrls"] = new JsonArray($"https://europe-001.azure-apim.example/apim/{seed.Name}"),
                ["primaryRuntimeUrl"] = $"https://europe-001.azure-apim.example/apim/{seed.Name}",
                ["capabilities"] = new JsonArray("actions"),
                ["description"] = $"Connects to {seed.DisplayName}.",
                ["publisher"] = seed == Orders ? null : "Microsoft",
                ["createdTime"] = SeedTime.Of(index),
                ["changedTime"] = SeedTime.Of(index + 100),
            },
        };

    private static JsonObject ConnectionParameters() =>
        new()
        {
            ["token"] = new JsonObject
            {
                ["type"] = "oauthSetting",
                ["oAuthSettings"] = new JsonObject { ["identityProvider"] = "aadcertificate", ["scopes"] = new JsonArray() },
                ["uiDefinition"] = new JsonObject
                {
                    ["displayName"] = "Sign in",
                    ["constraints"] = new JsonObject { ["required"] = "true" },
                },
            },
        };
}
