using Azure.Core;
using PowerConnectors.Emulator.Authentication;

namespace PowerConnectors.Soak.Service;

/// <summary>Makes tokens for the emulator, never the same one twice.</summary>
internal sealed class SoakCredential : TokenCredential
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(12);

    private int _tokens;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        DateTimeOffset expires = TimeProvider.System.GetUtcNow() + s_lifetime + TimeSpan.FromSeconds(Interlocked.Increment(ref _tokens));
        return new AccessToken(EmulatorTokens.Create(EmulatorTokens.Audience, expires), expires);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
