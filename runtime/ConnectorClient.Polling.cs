using System.ComponentModel;
using PowerConnectors.Http;
using PowerConnectors.Json;
using PowerConnectors.Paging;
using PowerConnectors.Polling;

namespace PowerConnectors;

public abstract partial class ConnectorClient
{
    /// <summary>Polls a trigger whose answer is one item.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="request">The request of the first poll.</param>
    /// <param name="readItem">Reads the item.</param>
    /// <param name="continuationToken">Where the last poll said to go on.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The item if there is one, and how to go on.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call, did not answer or answered what cannot be read.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<ConnectorPoll<T>> PollAsync<T>(
        ConnectorRequest request,
        ReadValue<T> readItem,
        string? continuationToken,
        CancellationToken cancellationToken
    ) => PollForItemsAsync<T>(request, (ref ModelReader reader) => [readItem(ref reader)], continuationToken, cancellationToken);

    /// <summary>Polls a trigger whose answer is a list of items.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="request">The request of the first poll.</param>
    /// <param name="itemsName">The member of the answer that holds the items; <see langword="null"/> if the answer is the list itself.</param>
    /// <param name="readItem">Reads one item.</param>
    /// <param name="continuationToken">Where the last poll said to go on.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The items, and how to go on.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call, did not answer or answered what cannot be read.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<ConnectorPoll<T>> PollAsync<T>(
        ConnectorRequest request,
        string? itemsName,
        ReadValue<T> readItem,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        ReadValue<IReadOnlyList<T>> read = (ref ModelReader reader) => [.. reader.ReadList(readItem)];
        if (itemsName is not null)
        {
            PageReader<T> page = new(itemsName, nextLinkName: null, readItem);
            read = (ref ModelReader reader) => page.Read(ref reader).Items;
        }

        return PollForItemsAsync(request, read, continuationToken, cancellationToken);
    }

    /// <summary>Polls a trigger whose answer is no JSON.</summary>
    /// <param name="request">The request of the first poll.</param>
    /// <param name="mediaTypes">What the document says the answer may be, as it stands in an <c>Accept</c> header; <see langword="null"/> if it does not say.</param>
    /// <param name="continuationToken">Where the last poll said to go on.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The content if there is any, and how to go on.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call or did not answer.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<ConnectorPoll<BinaryData>> PollForContentAsync(
        ConnectorRequest request,
        string? mediaTypes,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        if (mediaTypes is not null)
        {
            request.AcceptByDefault(mediaTypes);
        }

        return new PollCall<BinaryData>(
            _pipeline!,
            request.Complete(),
            (address, token) => _pipeline!.SendForContentAsync(request, address, token),
            _settings!.TimeProvider
        ).SendAsync(continuationToken, cancellationToken);
    }

    private Task<ConnectorPoll<T>> PollForItemsAsync<T>(
        ConnectorRequest request,
        ReadValue<IReadOnlyList<T>> read,
        string? continuationToken,
        CancellationToken cancellationToken
    ) =>
        new PollCall<T>(
            _pipeline!,
            request.Complete(),
            (address, token) => _pipeline!.SendForItemsAsync(request, address, read, token),
            _settings!.TimeProvider
        ).SendAsync(continuationToken, cancellationToken);
}
