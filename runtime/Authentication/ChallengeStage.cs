using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>
/// Replaces a token that is refused, once: with what the challenge demands of the new one, where there is one. It stands before the throttle, as the call leaves a second time then.
/// </summary>
internal sealed class ChallengeStage(TokenCache tokens, IConnectorStage next) : IConnectorStage
{
    private const int Unauthorized = 401;

    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        ReceivedAnswer answer = await next.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (answer.Status != Unauthorized || call.Authorization?.Parameter is not { } refused)
        {
            return answer;
        }

        if (!call.CanBeSent)
        {
            call.WhyNotTriedAgain = ConnectorCall.StreamIsSpent;
            return answer;
        }

        string replacement;
        try
        {
            replacement = await tokens.ReplaceAsync(refused, ClaimsChallenge.Find(answer), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        // A credential that keeps its tokens gives the same one again, for which the service has no other answer.
        if (replacement == refused)
        {
            return answer;
        }

        // The service did nothing for the refused token, so that any call may be sent again.
        answer.Dispose();
        return await next.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
