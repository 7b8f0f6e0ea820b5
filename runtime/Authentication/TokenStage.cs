using System.Net.Http.Headers;
using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>Puts the token on every attempt. Calls lead to the endpoint's own origin by construction, so the token does too.</summary>
internal sealed class TokenStage(TokenCache tokens, IConnectorStage next) : IConnectorStage
{
    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        string token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        call.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await next.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
