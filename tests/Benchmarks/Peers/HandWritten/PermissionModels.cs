using System.Text.Json;
using System.Text.Json.Serialization;

namespace PowerConnectors.Benchmarks.Peers.HandWritten;

internal sealed class Permission
{
    public string? Name { get; set; }

    public PermissionProperties? Properties { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class PermissionProperties
{
    public string? RoleName { get; set; }

    public Principal? Principal { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class Principal
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? Type { get; set; }

    public string? TenantId { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? ThumbnailPhoto { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}
