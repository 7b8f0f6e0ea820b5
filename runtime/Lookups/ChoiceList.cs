using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using PowerConnectors.Json;

namespace PowerConnectors.Lookups;

/// <summary>The choices that the items of a listing are, page by page.</summary>
internal sealed class ChoiceList<T>(AsyncPageable<T> items, WriteValue<T> write, string? valuePlace, string? titlePlace)
    : AsyncPageable<ConnectorChoice>
    where T : notnull
{
    public override IAsyncEnumerable<Page<ConnectorChoice>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        ListAsync(items.AsPages(continuationToken, pageSizeHint));

    private async IAsyncEnumerable<Page<ConnectorChoice>> ListAsync(
        IAsyncEnumerable<Page<T>> pages,
        [EnumeratorCancellation] CancellationToken enumeration = default
    )
    {
        await foreach (Page<T> page in pages.WithCancellation(enumeration).ConfigureAwait(false))
        {
            List<JsonElement> choices = [];
            foreach (T item in page.Values)
            {
                choices.Add(AnswerJson.Of(item, write));
            }

            yield return Page<ConnectorChoice>.FromValues(
                Choices.Read(choices, valuePlace, titlePlace),
                page.ContinuationToken,
                page.GetRawResponse()
            );
        }
    }
}
