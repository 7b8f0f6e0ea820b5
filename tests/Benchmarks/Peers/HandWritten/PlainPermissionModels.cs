namespace PowerConnectors.Benchmarks.Peers.HandWritten;

// Without undeclared members: System.Text.Json's fast path for writing has no way to write them.

internal sealed class PlainPage
{
    public List<PlainPermission>? Value { get; set; }
}

internal sealed class PlainPermission
{
    public string? Name { get; set; }

    public PlainPermissionProperties? Properties { get; set; }
}

internal sealed class PlainPermissionProperties
{
    public string? RoleName { get; set; }

    public PlainPrincipal? Principal { get; set; }
}

internal sealed class PlainPrincipal
{
    public string? Id { get; set; }

    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? Type { get; set; }

    public string? TenantId { get; set; }

    public string? UserPrincipalName { get; set; }

    public string? ThumbnailPhoto { get; set; }
}
