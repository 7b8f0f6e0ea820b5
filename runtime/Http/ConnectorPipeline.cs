using System.Net;
using System.Text.Json;
using Azure;
using PowerConnectors.Authentication;
using PowerConnectors.Errors;
using PowerConnectors.Json;
using PowerConnectors.Telemetry;

namespace PowerConnectors.Http;

/// <summary>What stands around all stages: makes the call of a request, judges its answer and reads it.</summary>
internal sealed class ConnectorPipeline(
    IConnectorStage firstStage,
    ConnectorEndpoint endpoint,
    ClientSettings settings,
    CancellationToken clientDisposed
)
{
    public ConnectorEndpoint Endpoint => endpoint;

    public ErrorFactory Errors => settings.Errors;

    public QueryKeyNames QueryKeys => settings.QueryKeys;

    public Task<Response> SendAsync(ConnectorRequest request, CancellationToken cancellationToken) =>
        RunAsync<object?, Response>(
            request,
            request.PathAndQuery,
            static (_, answer, _) => answer.ToResponseWithContent(),
            state: null,
            cancellationToken
        );

    public Task<Response<T>> SendAsync<T>(ConnectorRequest request, ReadValue<T> read, CancellationToken cancellationToken) =>
        SendAsync(request, request.PathAndQuery, read, cancellationToken);

    /// <summary>Sends a request whose answer is a value or nothing.</summary>
    public Task<NullableResponse<T>> SendForOptionalAsync<T>(
        ConnectorRequest request,
        ReadValue<T> read,
        CancellationToken cancellationToken
    ) =>
        RunAsync<(ConnectorPipeline Pipeline, ReadValue<T> Read), NullableResponse<T>>(
            request,
            request.PathAndQuery,
            static (call, answer, state) =>
                answer.Json.IsEmpty
                    ? new EmptyResponse<T>(answer.ToResponse())
                    : Response.FromValue(state.Pipeline.Read(call, answer, state.Read), answer.ToResponse()),
            (this, read),
            cancellationToken
        );

    /// <summary>Sends a request whose answer is text.</summary>
    public Task<Response<string>> SendForTextAsync(ConnectorRequest request, CancellationToken cancellationToken) =>
        RunAsync<object?, Response<string>>(
            request,
            request.PathAndQuery,
            static (_, answer, _) =>
            {
                ConnectorResponse response = answer.ToResponse();
                return Response.FromValue(AnswerText.Decode(answer.Body, response.Headers.ContentType), response);
            },
            state: null,
            cancellationToken
        );

    /// <summary>Sends a request whose answer is handed on unread.</summary>
    public Task<Response<Stream>> SendForStreamAsync(ConnectorRequest request, CancellationToken cancellationToken)
    {
        request.StreamsAnswer = true;
        return RunAsync<object?, Response<Stream>>(
            request,
            request.PathAndQuery,
            static (_, answer, _) => Response.FromValue(answer.Unread!, answer.ToResponse()),
            state: null,
            cancellationToken
        );
    }

    /// <summary>Sends a request to another address of its endpoint: the next page of a listing.</summary>
    public Task<Response<T>> SendAsync<T>(
        ConnectorRequest request,
        string pathAndQuery,
        ReadValue<T> read,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            request,
            pathAndQuery,
            static (call, answer, state) => Response.FromValue(state.Pipeline.Read(call, answer, state.Read), answer.ToResponse()),
            (Pipeline: this, Read: read),
            cancellationToken
        );

    /// <summary>Sends a request, to its own or another address of its endpoint, whose answer is what happened of late, or that nothing did.</summary>
    public Task<Response<IReadOnlyList<T>>> SendForItemsAsync<T>(
        ConnectorRequest request,
        string pathAndQuery,
        ReadValue<IReadOnlyList<T>> read,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            request,
            pathAndQuery,
            static (call, answer, state) =>
                Response.FromValue(HasHappened(answer) ? state.Pipeline.Read(call, answer, state.Read) : [], answer.ToResponse()),
            (Pipeline: this, Read: read),
            cancellationToken
        );

    /// <summary>The same where the answer is no JSON.</summary>
    public Task<Response<IReadOnlyList<BinaryData>>> SendForContentAsync(
        ConnectorRequest request,
        string pathAndQuery,
        CancellationToken cancellationToken
    ) =>
        RunAsync<object?, Response<IReadOnlyList<BinaryData>>>(
            request,
            pathAndQuery,
            static (_, answer, _) =>
                Response.FromValue(
                    HasHappened(answer) ? [new BinaryData(answer.Body.ToArray())] : (IReadOnlyList<BinaryData>)[],
                    answer.ToResponse()
                ),
            state: null,
            cancellationToken
        );

    // The span is the current one in here and in what is called from here, and never in the caller.
    private async Task<TResult> RunAsync<TState, TResult>(
        ConnectorRequest request,
        string pathAndQuery,
        Func<ConnectorCall, ReceivedAnswer, TState, TResult> conclude,
        TState state,
        CancellationToken cancellationToken
    )
    {
        ConnectorCall call = new(request, endpoint.Locate(pathAndQuery));
        using OperationScope operation = settings.Telemetry.Begin(call);
        try
        {
            using ReceivedAnswer answer = await SendAsync(call, cancellationToken).ConfigureAwait(false);
            TResult result = conclude(call, answer, state);
            operation.Completed(answer);
            return result;
        }
        catch (Exception exception)
        {
            operation.Failed(exception);
            throw;
        }
    }

    private static bool HasHappened(ReceivedAnswer answer) => answer.Status != (int)HttpStatusCode.Accepted && !answer.Json.IsEmpty;

    private async Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // A call may wait for an hour; it must not outlive its client.
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clientDisposed);
        try
        {
            ReceivedAnswer answer = await firstStage.SendAsync(call, either.Token).ConfigureAwait(false);
            if (answer.IsSuccess)
            {
                return answer;
            }

            using (answer)
            {
                throw settings.Errors.Refused(call, answer);
            }
        }
        catch (ConnectorRequestException exception)
        {
            exception.Describe(call);
            throw;
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was cancelled.", exception.InnerException ?? exception, cancellationToken);
        }
        catch (OperationCanceledException) when (clientDisposed.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(ConnectorClient));
        }
    }

    private T Read<T>(ConnectorCall call, ReceivedAnswer answer, ReadValue<T> read)
    {
        ReadOnlySpan<byte> body = answer.Json;
        if (body.IsEmpty)
        {
            throw Unreadable(call, answer, "the answer is empty, where a value was expected", cause: null);
        }

        try
        {
            return ModelReader.ReadAll(body, read, settings.StrictReading);
        }
        catch (JsonException exception)
        {
            throw Unreadable(call, answer, exception.Message.TrimEnd('.'), exception);
        }
    }

    private ConnectorRequestException Unreadable(ConnectorCall call, ReceivedAnswer answer, string reason, Exception? cause)
    {
        ConnectorRequestException exception = settings.Errors.Unreadable(call, answer, reason, cause);
        exception.Describe(call);
        return exception;
    }
}
