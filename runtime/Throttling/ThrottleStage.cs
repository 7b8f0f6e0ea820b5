using PowerConnectors.Errors;
using PowerConnectors.Http;
using PowerConnectors.Retries;
using PowerConnectors.Telemetry;

namespace PowerConnectors.Throttling;

/// <summary>Has every attempt wait for its permits, and begins the pauses that the service asks for.</summary>
internal sealed class ThrottleStage(ConnectionThrottle throttle, ClientSettings settings, IConnectorStage next) : IConnectorStage
{
    private readonly ClientTelemetry _telemetry = settings.Telemetry;

    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        Action<ConnectorLimit, TimeSpan>? announce = _telemetry.AnnouncesWaits ? Announcer(call) : null;
        ValueTask<PermitSet> acquiring = throttle.AcquireAsync(
            call.OperationName,
            call.Method,
            again: call.Attempts > 0,
            call.Retries?.TimeLeft,
            announce,
            cancellationToken
        );
        using PermitSet permits = await WaitAsync(call, acquiring).ConfigureAwait(false);
        call.Permits = permits;
        ReceivedAnswer answer = await next.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (RetryRules.MayBeTurnedAway(answer) && RetryAfterText.Of(answer, settings.TimeProvider) is { } pause && throttle.Pause(pause))
        {
            _telemetry.Paused(call, answer.Status, pause);
        }

        return answer;
    }

    private async ValueTask<PermitSet> WaitAsync(ConnectorCall call, ValueTask<PermitSet> acquiring)
    {
        if (acquiring.IsCompleted)
        {
            return await acquiring.ConfigureAwait(false);
        }

        long began = settings.TimeProvider.GetTimestamp();
        try
        {
            return await acquiring.ConfigureAwait(false);
        }
        finally
        {
            _telemetry.Waited(call, WaitReasons.Limit, began);
        }
    }

    private Action<ConnectorLimit, TimeSpan> Announcer(ConnectorCall call) =>
        (limit, atLeast) => _telemetry.WaitsForLimit(call, limit, atLeast);
}
