using Azure;

namespace PowerConnectors;

/// <summary>What a polling trigger answered: what has happened, where the next poll goes on, and when to make it.</summary>
/// <typeparam name="T">What happens.</typeparam>
public sealed class ConnectorPoll<T>
{
    private readonly Response _response;

    /// <summary>Makes the answer of a poll, for tests that override a client's methods.</summary>
    /// <param name="items">What has happened.</param>
    /// <param name="continuationToken">Where the next poll goes on.</param>
    /// <param name="retryAfter">How long to wait before it.</param>
    /// <param name="response">The response.</param>
    public ConnectorPoll(IReadOnlyList<T> items, string? continuationToken, TimeSpan? retryAfter, Response response)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(response);
        Items = items;
        ContinuationToken = continuationToken;
        RetryAfter = retryAfter;
        _response = response;
    }

    /// <summary>What has happened since the last poll; empty if nothing has.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>
    /// What to pass to the next poll, so that it tells only of what happens from now on: where the service says to go on, else what was passed to this one.
    /// It can be kept, as text, over a restart of the program.
    /// </summary>
    public string? ContinuationToken { get; }

    /// <summary>How long the service wants to be left alone before the next poll; <see langword="null"/> if it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The response: status and headers. Its content is empty: it has been read into the items.</summary>
    public Response GetRawResponse() => _response;
}
