using PowerConnectors.Http;

namespace PowerConnectors.Throttling;

/// <summary>
/// Holds attempts back while the service wants to be left alone. It stands before authentication, so that a long pause does not outlive the token, and behind it, as a
/// pause may begin while an attempt waits for its token.
/// </summary>
internal sealed class PauseStage(ConnectionThrottle throttle, IConnectorStage next) : IConnectorStage
{
    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        await throttle.PassAsync(call.OperationName, again: call.Attempts > 0, cancellationToken).ConfigureAwait(false);
        return await next.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
