using System.Diagnostics;

namespace PowerConnectors.Telemetry;

/// <summary>What the span of an operation says. Never an address's query, a body or a token.</summary>
internal static class OperationSpan
{
    public static void Describe(this Activity span, int attempts, int status, string? requestId)
    {
        if (!span.IsAllDataRequested)
        {
            return;
        }

        span.SetTag(TagNames.Attempts, attempts);
        span.SetTag(TagNames.StatusCode, status == 0 ? null : status);
        span.SetTag(TagNames.ServiceRequestId, requestId);
    }

    public static void DescribeFailure(this Activity span, string errorType, string? reason) =>
        span.SetTag(TagNames.ErrorType, errorType).SetStatus(ActivityStatusCode.Error, reason);

    public static void AddRetry(this Activity span, int attempt, string errorType, TimeSpan wait)
    {
        if (span.IsAllDataRequested)
        {
            ActivityTagsCollection tags = new()
            {
                [TagNames.Attempt] = attempt,
                [TagNames.ErrorType] = errorType,
                [TagNames.Wait] = wait.TotalSeconds,
            };
            span.AddEvent(new ActivityEvent("powerconnectors.retry", tags: tags));
        }
    }

    public static void AddWait(this Activity span, string reason, TimeSpan duration)
    {
        if (span.IsAllDataRequested)
        {
            ActivityTagsCollection tags = new() { [TagNames.WaitReason] = reason, [TagNames.Wait] = duration.TotalSeconds };
            span.AddEvent(new ActivityEvent("powerconnectors.throttle.wait", tags: tags));
        }
    }
}
