using PowerConnectors.Errors;
using PowerConnectors.Http;
using PowerConnectors.Retries;

namespace PowerConnectors.Throttling;

/// <summary>Has every attempt wait for its permits, and begins the pauses that the service asks for.</summary>
internal sealed class ThrottleStage(ConnectionThrottle throttle, TimeProvider time, IConnectorStage next) : IConnectorStage
{
    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        using PermitSet permits = await throttle
            .AcquireAsync(call.OperationName, call.Method, again: call.Attempts > 0, announce: null, cancellationToken)
            .ConfigureAwait(false);
        call.Permits = permits;
        ReceivedAnswer answer = await next.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (RetryRules.MayBeTurnedAway(answer) && RetryAfterText.Of(answer, time) is { } wait)
        {
            throttle.Pause(wait);
        }

        return answer;
    }
}
