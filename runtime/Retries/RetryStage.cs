using PowerConnectors.Errors;
using PowerConnectors.Http;
using PowerConnectors.Telemetry;

namespace PowerConnectors.Retries;

/// <summary>Tries again what is worth it and harmless, within the bounds that the options set.</summary>
internal sealed class RetryStage(ClientSettings settings, IConnectorStage next) : IConnectorStage
{
    private readonly TimeProvider _time = settings.TimeProvider;

    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        RetryBudget budget = new(settings.MaxRetries, settings.RetryTimeLimit, _time);
        while (true)
        {
            (ReceivedAnswer? answer, ConnectorRequestException? failure) = await AttemptAsync(call, cancellationToken)
                .ConfigureAwait(false);
            if (answer is { IsSuccess: true })
            {
                return answer;
            }

            TimeSpan? retryAfter = answer is null ? null : RetryAfterText.Of(answer, _time);
            bool turnedAway = answer is not null && RetryRules.IsTurnedAway(answer, retryAfter);
            bool worthwhile = turnedAway || IsWorthwhile(call, answer, failure);
            if (!worthwhile || !budget.TryTake(turnedAway, retryAfter, out TimeSpan wait))
            {
                return answer ?? throw failure!;
            }

            if (!call.CanBeSent)
            {
                call.LackedItsBody = true;
                return answer ?? throw failure!;
            }

            settings.Telemetry.Retrying(call, answer is null ? ErrorTypes.Of(failure!) : ErrorTypes.Of(answer.Status), wait);
            answer?.Dispose();
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(ReceivedAnswer? Answer, ConnectorRequestException? Failure)> AttemptAsync(
        ConnectorCall call,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await next.SendAsync(call, cancellationToken).ConfigureAwait(false), null);
        }
        catch (ConnectorRequestException failure)
        {
            return (null, failure);
        }
    }

    private static bool IsWorthwhile(ConnectorCall call, ReceivedAnswer? answer, ConnectorRequestException? failure)
    {
        if (failure is not null && RetryRules.IsFinal(failure))
        {
            return false;
        }

        if (answer is null && RetryRules.NeverLeft(failure!))
        {
            return true;
        }

        bool openOutcome = answer is null || RetryRules.IsTransient(answer);
        if (openOutcome && !RetryRules.IsSafe(call.Method))
        {
            // Said with the failure in the end, whatever later attempts bring: nobody else can tell.
            call.MayHaveBeenCarriedOut = true;
        }

        return openOutcome && call.IsRepeatable;
    }
}
