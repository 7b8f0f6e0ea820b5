using Azure.Core;
using PowerConnectors.Emulator.Authentication;

namespace PowerConnectors.QuickStart;

/// <summary>What <c>DefaultAzureCredential</c> is for the real service: makes the tokens that the emulator accepts.</summary>
internal sealed class EmulatorCredential : TokenCredential
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        DateTimeOffset expires = TimeProvider.System.GetUtcNow() + Lifetime;
        string audience = requestContext.Scopes[0].Replace("/.default", "", StringComparison.Ordinal);
        return new AccessToken(EmulatorTokens.Create(audience, expires), expires);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
