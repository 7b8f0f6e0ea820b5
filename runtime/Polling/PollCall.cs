using Azure;
using PowerConnectors.Errors;
using PowerConnectors.Http;
using PowerConnectors.Paging;

namespace PowerConnectors.Polling;

/// <summary>One poll of a trigger. Its links are judged as those of a listing are: they only say where on the operation's own path to go on.</summary>
internal sealed class PollCall<T>(
    ConnectorPipeline pipeline,
    ConnectorRequest request,
    Func<string, CancellationToken, Task<Response<IReadOnlyList<T>>>> send,
    TimeProvider time
)
{
    public async Task<ConnectorPoll<T>> SendAsync(string? continuationToken, CancellationToken cancellationToken)
    {
        string asked = request.PathAndQuery;
        NextLinks links = new(pipeline.Endpoint, request.Path, pipeline.QueryKeys);
        if (continuationToken is not null)
        {
            (string? start, string? fault) = links.Resolve(continuationToken, asked);
            asked =
                start
                ?? throw new ArgumentException(
                    $"The token does not continue {request.OperationName}: it {fault}.",
                    nameof(continuationToken)
                );
        }

        Response<IReadOnlyList<T>> answer = await send(asked, cancellationToken).ConfigureAwait(false);
        Response response = answer.GetRawResponse();
        string? next = continuationToken;
        if (response.Headers.TryGetValue("Location", out string? location) && !string.IsNullOrEmpty(location))
        {
            (next, string? reason) = links.Resolve(location, asked);
            if (next is null)
            {
                throw pipeline.Errors.InvalidNextLink(request, response, $"the link to the next poll {reason}");
            }
        }

        return new ConnectorPoll<T>(answer.Value, next, RetryAfterText.FromHeader(response, time), response);
    }
}
