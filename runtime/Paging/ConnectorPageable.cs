using System.Runtime.CompilerServices;
using Azure;
using PowerConnectors.Http;
using PowerConnectors.Telemetry;

namespace PowerConnectors.Paging;

/// <summary>A listing that asks for its next page when the one before has been passed on, and keeps none.</summary>
internal sealed class ConnectorPageable<T>(
    ConnectorPipeline pipeline,
    ClientTelemetry telemetry,
    ConnectorRequest request,
    PageReader<T> pageReader,
    CancellationToken cancellationToken
) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    /// <summary>Lists page by page.</summary>
    /// <param name="continuationToken">Where to go on: the token of the last page that was dealt with.</param>
    /// <param name="pageSizeHint">Has no effect: the service decides, or a parameter of the operation does.</param>
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        if (continuationToken is null)
        {
            return ListAsync(request.PathAndQuery, isFirst: true);
        }

        (string? start, string? reason) = NewLinks().Resolve(continuationToken, request.PathAndQuery);
        return start is null
            ? throw new ArgumentException($"The token does not continue {request.OperationName}: it {reason}.", nameof(continuationToken))
            : ListAsync(start, isFirst: false);
    }

    private async IAsyncEnumerable<Page<T>> ListAsync(
        string start,
        bool isFirst,
        [EnumeratorCancellation] CancellationToken enumeration = default
    )
    {
        NextLinks links = NewLinks();
        links.Add(start);
        int pages = 0;
        long items = 0;
        for (string? next = start; next is not null; )
        {
            string current = next;
            ConnectorListProgress progress = new(pages, items, isFirst && pages == 0 ? null : current);
            Response<PageBody<T>> answer = await FetchAsync(current, progress, enumeration).ConfigureAwait(false);
            PageBody<T> page = answer.Value;
            Response response = answer.GetRawResponse();
            string? reason = null;
            next = null;
            if (!string.IsNullOrEmpty(page.NextLink))
            {
                (next, reason) = links.Resolve(page.NextLink, current);
                if (next is not null && !links.Add(next))
                {
                    (next, reason) = (null, "was followed before, so that the listing would never end");
                }
            }

            pages++;
            items += page.Items.Count;
            yield return Page<T>.FromValues(page.Items, next, response);
            if (reason is not null)
            {
                ConnectorRequestException exception = pipeline.Errors.InvalidNextLink(
                    request,
                    response,
                    $"the link to the next page {reason}"
                );
                new ConnectorListProgress(pages, items, continuationToken: null).AddTo(exception);
                telemetry.ListEnded(request, exception);
                throw exception;
            }
        }
    }

    private async Task<Response<PageBody<T>>> FetchAsync(string pathAndQuery, ConnectorListProgress progress, CancellationToken enumeration)
    {
        try
        {
            return await FetchAsync(pathAndQuery, enumeration).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            progress.AddTo(exception);
            throw;
        }
    }

    private async Task<Response<PageBody<T>>> FetchAsync(string pathAndQuery, CancellationToken enumeration)
    {
        if (!enumeration.CanBeCanceled || enumeration == CancellationToken)
        {
            return await pipeline.SendAsync(request, pathAndQuery, pageReader.Read, CancellationToken).ConfigureAwait(false);
        }

        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, enumeration);
        try
        {
            return await pipeline.SendAsync(request, pathAndQuery, pageReader.Read, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == either.Token)
        {
            CancellationToken cause = enumeration.IsCancellationRequested ? enumeration : CancellationToken;
            throw new OperationCanceledException(exception.Message, exception, cause);
        }
    }

    private NextLinks NewLinks() => new(pipeline.Endpoint, request.Path, pipeline.QueryKeys);
}
