using PowerConnectors.Http;

namespace PowerConnectors.Retries;

/// <summary>What one attempt came to: an answer, good or bad, or a failure without one.</summary>
internal readonly record struct Outcome(ReceivedAnswer? Answer, ConnectorRequestException? Failure)
{
    public bool IsSuccess => Answer is { IsSuccess: true };
}
