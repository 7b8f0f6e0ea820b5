namespace PowerConnectors.Http;

/// <summary>The innermost stage: one attempt, from sending to the last byte of the answer, within the attempt's time.</summary>
internal sealed class HttpTransport(HttpClient client, ClientSettings settings) : IConnectorStage
{
    private readonly AnswerReader _reader = new(settings.MaxResponseSize);

    public async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        int left = call.Attempts;
        using CancellationTokenSource timeout = new(settings.AttemptTimeout, settings.TimeProvider);
        using CancellationTokenSource attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await AttemptAsync(call, attempt.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (call.Attempts > left && exception is not ConnectorRequestException)
        {
            // Of whatever kind: handlers that stand in between have exceptions of their own, and what became of the request is as open with them.
            if (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException("The call was cancelled.", exception, cancellationToken);
            }

            throw exception switch
            {
                _ when timeout.IsCancellationRequested => settings.Errors.TimedOut(call, settings.AttemptTimeout, exception),
                OperationCanceledException { InnerException: TimeoutException { InnerException: null } reason } => settings.Errors.TimedOut(
                    call,
                    reason,
                    exception
                ),
                OperationCanceledException { InnerException: TimeoutException } => settings.Errors.TimedOut(
                    call,
                    client.Timeout,
                    exception
                ),
                _ => settings.Errors.NoAnswer(call, exception),
            };
        }
    }

    private async Task<ReceivedAnswer> AttemptAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = call.CreateMessage();
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
        if (!request.Headers.Contains("User-Agent"))
        {
            request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        }

        call.Leave();
        HttpResponseMessage response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        RedirectCheck.Check(call, request, response, settings.Errors);
        if (call.Request.StreamsAnswer && response.IsSuccessStatusCode)
        {
            return await OpenAsync(call, response, cancellationToken).ConfigureAwait(false);
        }

        using HttpResponseMessage whole = response;
        PooledBody body = new();
        ReceivedAnswer answer = new(response, call.ClientRequestId, body);
        try
        {
            return await ReadAsync(call, response, answer, body, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    // Whoever gets the stream frees the connection by disposing it.
    private async Task<ReceivedAnswer> OpenAsync(ConnectorCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            if (ContentCoding.Of(response.Content) is { } coding)
            {
                throw settings.Errors.Undecodable(call, new ReceivedAnswer(response, call.ClientRequestId, new PooledBody()), coding);
            }

            Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new ReceivedAnswer(response, call.ClientRequestId, new PooledBody()) { Unread = content };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<ReceivedAnswer> ReadAsync(
        ConnectorCall call,
        HttpResponseMessage response,
        ReceivedAnswer answer,
        PooledBody body,
        CancellationToken cancellationToken
    )
    {
        if (!AnswerReader.HasBody(call.Method, response))
        {
            return answer;
        }

        if (answer.IsSuccess && ContentCoding.Of(response.Content) is { } coding and not ContentCoding.Gzip)
        {
            throw settings.Errors.Undecodable(call, answer, coding);
        }

        bool whole;
        try
        {
            whole = await _reader.ReadAsync(response, body, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The connection was lost, or what came cannot be decompressed. Of an error the status says most; what came of its body is enough.
            return answer.IsSuccess ? throw settings.Errors.BrokenOff(call, answer, exception) : answer;
        }

        return whole || !answer.IsSuccess ? answer : throw settings.Errors.TooLarge(call, answer, settings.MaxResponseSize);
    }
}
