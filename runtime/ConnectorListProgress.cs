using System.Globalization;

namespace PowerConnectors;

/// <summary>
/// How far a listing came that ended by an exception, and where to go on, also in another client or process. What is counted has been delivered whole and is not
/// delivered again: of a page that failed, no item was.
/// </summary>
public sealed class ConnectorListProgress
{
    private static readonly Lock s_data = new();

    /// <summary>Says how far a listing came. Listings do so themselves; useful in tests of code that handles it.</summary>
    /// <param name="pages">How many pages were delivered.</param>
    /// <param name="items">How many items were on them.</param>
    /// <param name="continuationToken">Where to go on; <see langword="null"/> for at the beginning, or if there is no way on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ConnectorListProgress(int pages, long items, string? continuationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        Pages = pages;
        Items = items;
        ContinuationToken = continuationToken;
    }

    /// <summary>How many pages this enumeration has delivered.</summary>
    public int Pages { get; }

    /// <summary>How many items were on them.</summary>
    public long Items { get; }

    /// <summary>
    /// What to give to <c>AsPages</c> to go on with the page that failed. <see langword="null"/> if that is the first page of all, or if there is no way on because the
    /// service's link to the next page must not be followed (<c>InvalidNextLink</c>). It may be long, and holds what the service put into its link.
    /// </summary>
    public string? ContinuationToken { get; }

    /// <summary>How far a listing came that ended by an exception, whatever its kind: a failed call, a cancellation, a credential without a token.</summary>
    /// <param name="exception">The exception as it was caught.</param>
    /// <returns>
    /// <see langword="null"/> if the exception ended no listing, or several at once, as listings do that wait for the same token: each page tells its own
    /// <c>ContinuationToken</c> then.
    /// </returns>
    public static ConnectorListProgress? Find(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        switch (exception)
        {
            case ConnectorRequestException failed:
                return failed.ListProgress;
            case ConnectorThrottledException throttled:
                return throttled.ListProgress;
            default:
                lock (s_data)
                {
                    return exception.Data?[typeof(ConnectorListProgress)] as ConnectorListProgress;
                }
        }
    }

    /// <summary>Puts the progress on the exception that ends the listing, for <see cref="Find"/>. Listings do so themselves; useful in tests of code that handles it.</summary>
    /// <param name="exception">The exception. One that ends a second listing tells of neither.</param>
    public void AddTo(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        switch (exception)
        {
            case ConnectorRequestException failed:
                failed.ListProgress = this;
                break;
            case ConnectorThrottledException throttled:
                throttled.ListProgress = this;
                break;
            default:
                AddToData(exception);
                break;
        }
    }

    /// <summary>What a message says about it; empty if there is nothing to say.</summary>
    internal string Describe()
    {
        if (Pages == 0)
        {
            return "";
        }

        string count = string.Create(
            CultureInfo.InvariantCulture,
            $"{Pages} page{(Pages == 1 ? "" : "s")} with {Items} item{(Items == 1 ? "" : "s")}"
        );
        return $" The listing ended after {count}{(ContinuationToken is null ? "" : "; AsPages(ListProgress.ContinuationToken) goes on")}.";
    }

    // Several listings can end by one and the same exception, and the progress of one would mislead the others.
    private void AddToData(Exception exception)
    {
        lock (s_data)
        {
            if (exception.Data is { IsReadOnly: false } data)
            {
                data[typeof(ConnectorListProgress)] = data.Contains(typeof(ConnectorListProgress)) ? null : this;
            }
        }
    }
}
