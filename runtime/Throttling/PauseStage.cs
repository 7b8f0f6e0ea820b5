using PowerConnectors.Http;
using PowerConnectors.Telemetry;

namespace PowerConnectors.Throttling;

/// <summary>
/// Holds attempts back while the service wants to be left alone. It stands before authentication, so that a long pause does not outlive the token, and behind it, as a
/// pause may begin while an attempt waits for its token.
/// </summary>
internal sealed class PauseStage(ConnectionThrottle throttle, ClientSettings settings, IConnectorStage next) : IConnectorStage
{
    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        ValueTask passing = throttle.PassAsync(call.OperationName, again: call.Attempts > 0, call.Retries?.TimeLeft, cancellationToken);
        await WaitAsync(call, passing).ConfigureAwait(false);
        return await next.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask WaitAsync(ConnectorCall call, ValueTask passing)
    {
        if (passing.IsCompleted)
        {
            await passing.ConfigureAwait(false);
            return;
        }

        long began = settings.TimeProvider.GetTimestamp();
        settings.Telemetry.WaitsForPause(call, throttle.Pausing);
        try
        {
            await passing.ConfigureAwait(false);
        }
        finally
        {
            settings.Telemetry.Waited(call, WaitReasons.Pause, began);
        }
    }
}
