using System.Net.Http.Headers;
using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>
/// Puts the token on every attempt. Calls lead to the endpoint's own origin by construction, so the token does too. A token that is refused is replaced once:
/// with what the challenge demands of it, where there is one.
/// </summary>
internal sealed class TokenStage(TokenCache tokens, IConnectorStage next) : IConnectorStage
{
    private const int Unauthorized = 401;

    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        string token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        ReceivedAnswer answer = await SendAsync(call, token, cancellationToken).ConfigureAwait(false);
        if (answer.Status != Unauthorized)
        {
            return answer;
        }

        if (!call.CanBeSent)
        {
            call.LackedItsBody = true;
            return answer;
        }

        string? replacement;
        try
        {
            replacement = await tokens.ReplaceAsync(token, ClaimsChallenge.Find(answer), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        // A credential that keeps its tokens gives the same one again, for which the service has no other answer.
        if (replacement == token)
        {
            return answer;
        }

        // The service did nothing for the refused token, so that any call may be sent again.
        answer.Dispose();
        return await SendAsync(call, replacement, cancellationToken).ConfigureAwait(false);
    }

    private Task<ReceivedAnswer> SendAsync(ConnectorCall call, string token, CancellationToken cancellationToken)
    {
        call.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return next.SendAsync(call, cancellationToken);
    }
}
