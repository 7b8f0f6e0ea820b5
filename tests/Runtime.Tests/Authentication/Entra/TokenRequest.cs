using Microsoft.AspNetCore.Http;

namespace PowerConnectors.Runtime.Tests.Authentication.Entra;

/// <summary>What a credential sent to the token endpoint.</summary>
/// <param name="Host">The host that it meant to ask.</param>
/// <param name="Tenant">The tenant in the path.</param>
/// <param name="Form">The form.</param>
internal sealed record TokenRequest(string Host, string Tenant, IReadOnlyDictionary<string, string> Form)
{
    public string? this[string name] => Form.GetValueOrDefault(name);

    public static async Task<TokenRequest> ReadAsync(HttpRequest request, string tenant)
    {
        IFormCollection form = await request.ReadFormAsync(TestContext.Current.CancellationToken);
        return new TokenRequest(
            request.Host.Host,
            tenant,
            form.ToDictionary(static field => field.Key, static field => field.Value.ToString())
        );
    }
}
