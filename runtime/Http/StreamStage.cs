namespace PowerConnectors.Http;

/// <summary>Sees to it that an attempt leaves the caller's streams alone when it has ended: the next one reads them again, and after the last they are the caller's.</summary>
internal sealed class StreamStage(IConnectorStage next) : IConnectorStage
{
    public Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken) =>
        call.Request.Streamed is { } body ? SendAsync(body, call, cancellationToken) : next.SendAsync(call, cancellationToken);

    private async Task<ReceivedAnswer> SendAsync(StreamedBody body, ConnectorCall call, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stopping = new();
        body.Begin(stopping.Token);
        ReceivedAnswer? answer = null;
        try
        {
            answer = await next.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            // An answer that is handed on unread may come piece by piece while the body is sent.
            if (answer?.Unread is null)
            {
                await stopping.CancelAsync().ConfigureAwait(false);
                await body.WhenUnreadAsync().ConfigureAwait(false);
            }
        }
    }
}
