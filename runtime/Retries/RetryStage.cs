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
        Outcome outcome = await AttemptAsync(call, cancellationToken).ConfigureAwait(false);
        try
        {
            while (MayTryAgain(call, outcome, budget, out TimeSpan wait))
            {
                string reason = outcome.Answer is { } answer ? ErrorTypes.Of(answer.Status) : ErrorTypes.Of(outcome.Failure!);
                settings.Telemetry.Retrying(call, reason, wait);
                await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
                call.Retries = budget;
                Outcome later = await AttemptAsync(call, cancellationToken).ConfigureAwait(false);
                outcome.Answer?.Dispose();
                outcome = later;
            }
        }
        catch (Exception obstacle) when (SaysLess(obstacle, call))
        {
            call.Obstacle = obstacle;
            call.WhyNotTriedAgain = settings.Errors.Describe(call, obstacle);
        }
        catch
        {
            outcome.Answer?.Dispose();
            throw;
        }

        return outcome.Answer ?? throw outcome.Failure!;
    }

    private async Task<Outcome> AttemptAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        try
        {
            return new Outcome(await next.SendAsync(call, cancellationToken).ConfigureAwait(false), Failure: null);
        }
        catch (ConnectorRequestException failure)
        {
            return new Outcome(Answer: null, failure);
        }
    }

    private bool MayTryAgain(ConnectorCall call, Outcome outcome, RetryBudget budget, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (outcome.IsSuccess)
        {
            return false;
        }

        TimeSpan? retryAfter = outcome.Answer is { } answer ? RetryAfterText.Of(answer, _time) : null;
        bool turnedAway = outcome.Answer is { } refusal && RetryRules.IsTurnedAway(refusal, retryAfter);
        bool worthwhile = turnedAway || IsWorthwhile(call, outcome);
        if (!worthwhile || !budget.TryTake(turnedAway, retryAfter, out wait))
        {
            return false;
        }

        call.WhyNotTriedAgain = call.CanBeSent ? null : ConnectorCall.StreamIsSpent;
        return call.CanBeSent;
    }

    private static bool IsWorthwhile(ConnectorCall call, Outcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            if (RetryRules.IsFinal(failure))
            {
                return false;
            }

            if (RetryRules.NeverLeft(failure))
            {
                return true;
            }
        }

        bool openOutcome = outcome.Answer is null || RetryRules.IsTransient(outcome.Answer);
        if (openOutcome && !RetryRules.IsSafe(call.Method))
        {
            // Said with the failure in the end, whatever later attempts bring: nobody else can tell.
            call.MayHaveBeenCarriedOut = true;
        }

        return openOutcome && call.IsRepeatable && (outcome.Failure is null || RetryRules.MayPass(outcome.Failure));
    }

    // Than the failure that was to be tried again: that an attempt came too late is no news, and that a write may have been carried out must not be lost.
    private static bool SaysLess(Exception obstacle, ConnectorCall call) =>
        obstacle is RetryTooLateException or ConnectorThrottledException
        || (call.MayHaveBeenCarriedOut && obstacle is not OperationCanceledException and not ObjectDisposedException);
}
