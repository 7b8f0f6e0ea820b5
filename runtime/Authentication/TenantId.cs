using System.Buffers;
using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>Checks the tenant that the options name: credentials make a path of a login address of it.</summary>
internal static class TenantId
{
    private static readonly SearchValues<char> s_characters = SearchValues.Create(
        "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    public static string? Check(string? given) =>
        given is null || (given.Length > 0 && !given.AsSpan().ContainsAnyExcept(s_characters))
            ? given
            : throw ClientSettings.Wrong(
                nameof(ConnectorClientOptions.TenantId),
                "must be a tenant's id or one of its domain names, or be null"
            );
}
