namespace PowerConnectors.Http;

/// <summary>The innermost stage: one attempt, from sending to the last byte of the answer, within the attempt's time.</summary>
internal sealed class HttpTransport(HttpClient client, ClientSettings settings) : IConnectorStage
{
    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(settings.AttemptTimeout, settings.TimeProvider);
        using CancellationTokenSource attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await AttemptAsync(call, attempt.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException("The call was cancelled.", exception, cancellationToken);
            }

            bool timedOut = timeout.IsCancellationRequested || exception.InnerException is TimeoutException;
            throw timedOut
                ? settings.Errors.TimedOut(call, timeout.IsCancellationRequested ? settings.AttemptTimeout : client.Timeout, exception)
                : settings.Errors.NoAnswer(call, exception);
        }
    }

    private async Task<ReceivedAnswer> AttemptAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = call.CreateMessage();
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        call.Leave();
        using HttpResponseMessage response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        PooledBody body = new();
        ReceivedAnswer answer = new(response, call.ClientRequestId, body);
        try
        {
            await body.FillAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The connection was lost, or what came cannot be decompressed. Of an error the status says most; what came of its body is enough.
            if (!answer.IsSuccess)
            {
                return answer;
            }

            using (answer)
            {
                throw settings.Errors.BrokenOff(call, answer, exception);
            }
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
