using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Flows;

/// <summary>Who may do what with a flow.</summary>
internal static class Permissions
{
    public static JsonObject Create(string objectId, string type, string role) =>
        new()
        {
            ["name"] = objectId,
            ["id"] = $"/providers/Microsoft.ProcessSimple/permissions/{objectId}",
            ["type"] = "Microsoft.ProcessSimple/environments/flows/permissions",
            ["properties"] = new JsonObject
            {
                ["roleName"] = role,
                ["permissionType"] = "Principal",
                ["principal"] = new JsonObject
                {
                    ["id"] = objectId,
                    ["displayName"] = $"{type} {objectId[..8]}",
                    ["email"] = $"{objectId[..8]}@contoso.example",
                    ["type"] = type,
                    ["tenantId"] = EmulatorSeed.TenantId,
                    ["userPrincipalName"] = type == "User" ? $"{objectId[..8]}@contoso.example" : null,
                    ["thumbnailPhoto"] = null,
                },
            },
        };

    /// <summary>Gives and takes permissions as a payload says. Giving one twice and taking one that is not there change nothing.</summary>
    public static void Modify(List<JsonObject> permissions, JsonNode payload, string role)
    {
        foreach (var principal in Principals(payload["put"]))
        {
            var objectId = Id(principal);
            if (!permissions.Exists(permission => IsOf(permission, objectId)))
            {
                permissions.Add(Create(objectId, principal["type"]!.GetValue<string>(), role));
            }
        }

        foreach (var principal in Principals(payload["delete"]))
        {
            permissions.RemoveAll(permission => IsOf(permission, Id(principal)));
        }
    }

    private static IEnumerable<JsonNode> Principals(JsonNode? permissions) =>
        (permissions as JsonArray ?? []).Select(permission => permission?["properties"]?["principal"]).OfType<JsonNode>();

    private static bool IsOf(JsonObject permission, string objectId) =>
        string.Equals(permission["name"]!.GetValue<string>(), objectId, StringComparison.OrdinalIgnoreCase);

    private static string Id(JsonNode principal) => principal["id"]!.GetValue<string>();
}
