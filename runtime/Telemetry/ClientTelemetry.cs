using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PowerConnectors.Errors;
using PowerConnectors.Http;

namespace PowerConnectors.Telemetry;

/// <summary>Reports what one client does, to whoever listens. Where nobody does, it costs a few comparisons per call.</summary>
internal sealed class ClientTelemetry(string connector, ILogger logger, SecretRedactor redactor, TimeProvider time)
{
    // Shorter waits are what limits are for, and not worth a line.
    private static readonly TimeSpan s_worthMentioning = TimeSpan.FromSeconds(5);

    /// <summary>Whether somebody wants to know what waits begin.</summary>
    public bool AnnouncesWaits => logger.IsEnabled(LogLevel.Information);

    /// <summary>A call begins.</summary>
    public OperationScope Begin(ConnectorCall call)
    {
        StartSpan(call);
        return new OperationScope(this, call, time.GetTimestamp());
    }

    public void Completed(ConnectorCall call, ReceivedAnswer answer, long began)
    {
        TimeSpan duration = time.GetElapsedTime(began);
        Record(call, duration, answer.Status, errorType: null);
        if (call.Span is not { IsAllDataRequested: true } && !logger.IsEnabled(LogLevel.Debug))
        {
            return;
        }

        string? requestId = answer.ToResponse().Headers.TryGetValue(HeaderNames.RequestId, out string? id) ? Clean(call, id) : null;
        call.Span?.Describe(call.Attempts, answer.Status, requestId);
        logger.OperationCompleted(call.OperationName, answer.Status, duration.TotalSeconds, call.Attempts, requestId);
    }

    public void Failed(ConnectorCall call, Exception exception, long began)
    {
        TimeSpan duration = time.GetElapsedTime(began);
        string errorType = ErrorTypes.Of(exception);
        ConnectorRequestException? failure = exception as ConnectorRequestException;
        int status = failure?.Status ?? 0;
        Record(call, duration, status, errorType);
        call.Span?.Describe(call.Attempts, status, Clean(call, failure?.RequestId));

        // Who gives up knows why.
        if (exception is OperationCanceledException or ObjectDisposedException)
        {
            call.Span?.DescribeFailure(errorType, reason: null);
            logger.OperationCancelled(call.OperationName, duration.TotalSeconds, call.Attempts);
            return;
        }

        string? reason = Clean(call, exception.Message);
        call.Span?.DescribeFailure(errorType, reason);
        logger.OperationFailed(call.OperationName, errorType, duration.TotalSeconds, call.Attempts, reason);
    }

    /// <summary>A listing ends because of what stands on a page whose call succeeded.</summary>
    public void ListEnded(ConnectorRequest request, ConnectorRequestException exception) =>
        logger.ListEnded(
            request.OperationName,
            ErrorTypes.Of(exception),
            ErrorText.OneLine(redactor.Redact(exception.Message, request.Secrets))
        );

    /// <summary>An attempt failed, and there will be another one.</summary>
    public void Retrying(ConnectorCall call, string errorType, TimeSpan wait)
    {
        if (Instruments.Retries.Enabled)
        {
            TagList tags = Tags(call);
            tags.Add(TagNames.ErrorType, errorType);
            Instruments.Retries.Add(1, tags);
        }

        call.Span?.AddRetry(call.Attempts, errorType, wait);
        logger.AttemptFailed(call.OperationName, call.Attempts, errorType, wait.TotalSeconds);
    }

    /// <summary>A call begins to wait for a limit.</summary>
    public void WaitsForLimit(ConnectorCall call, ConnectorLimit limit, TimeSpan atLeast)
    {
        if (atLeast >= s_worthMentioning)
        {
            logger.WaitsForLimit(call.OperationName, atLeast.TotalSeconds, limit);
        }
    }

    /// <summary>A call begins to wait for the end of a pause.</summary>
    public void WaitsForPause(ConnectorCall call, TimeSpan atLeast)
    {
        if (atLeast >= s_worthMentioning)
        {
            logger.WaitsForPause(call.OperationName, atLeast.TotalSeconds);
        }
    }

    /// <summary>A call has waited, or given up.</summary>
    public void Waited(ConnectorCall call, string reason, long began)
    {
        TimeSpan duration = time.GetElapsedTime(began);
        if (Instruments.WaitDuration.Enabled)
        {
            TagList tags = Tags(call);
            tags.Add(TagNames.WaitReason, reason);
            Instruments.WaitDuration.Record(duration.TotalSeconds, tags);
        }

        call.Span?.AddWait(reason, duration);
    }

    /// <summary>The service has the connection pause, longer than it did already.</summary>
    public void Paused(ConnectorCall call, int status, TimeSpan length)
    {
        if (Instruments.Pauses.Enabled)
        {
            TagList tags = Tags(call);
            tags.Add(TagNames.StatusCode, status);
            Instruments.Pauses.Add(1, tags);
        }

        logger.Paused(call.OperationName, status, length.TotalSeconds);
    }

    public void TokenAcquired(DateTimeOffset expiresOn) => logger.TokenAcquired(expiresOn);

    public void TokenRefused(bool demandsClaims) => logger.TokenRefused(demandsClaims);

    /// <summary>The credential gave no token. Where an old one can be used still, no call fails by it.</summary>
    public void TokenFailed(Exception exception)
    {
        // Nobody wants the token of a client that has ended.
        if (exception is not OperationCanceledException && logger.IsEnabled(LogLevel.Warning))
        {
            logger.TokenFailed(ErrorTypes.Of(exception), ErrorText.OneLine(redactor.Redact(exception.Message)));
        }
    }

    private void StartSpan(ConnectorCall call)
    {
        if (Instruments.Source.HasListeners())
        {
            TagList tags = Tags(call);
            tags.Add(TagNames.ServerAddress, call.Address.IdnHost);
            tags.Add(TagNames.ServerPort, call.Address.Port);
            string name = $"{connector}.{call.OperationName}";
            call.Span = Instruments.Source.StartActivity(name, ActivityKind.Internal, parentContext: default, tags);
        }
    }

    private void Record(ConnectorCall call, TimeSpan duration, int status, string? errorType)
    {
        if (!Instruments.OperationDuration.Enabled)
        {
            return;
        }

        TagList tags = Tags(call);
        if (status > 0)
        {
            tags.Add(TagNames.StatusCode, status);
        }

        if (errorType is not null)
        {
            tags.Add(TagNames.ErrorType, errorType);
        }

        Instruments.OperationDuration.Record(duration.TotalSeconds, tags);
    }

    private string? Clean(ConnectorCall call, string? text) => ErrorText.OneLine(redactor.Redact(text, call.Secrets));

    private TagList Tags(ConnectorCall call) => new() { { TagNames.Connector, connector }, { TagNames.Operation, call.OperationName } };
}
