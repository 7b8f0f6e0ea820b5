using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>Checks the tenant that the options name: credentials make a path of a login address of it.</summary>
internal static class TenantId
{
    public static string? Check(string? given) =>
        given is null || (given.Length > 0 && given.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
            ? given
            : throw ClientSettings.Wrong(
                nameof(ConnectorClientOptions.TenantId),
                "must be a tenant's id or one of its domain names, or be null"
            );
}
