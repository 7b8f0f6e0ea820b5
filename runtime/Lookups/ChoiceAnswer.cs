using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;

namespace PowerConnectors.Lookups;

/// <summary>The choices that one answer holds: a listing of a single page, whose call is made when it is enumerated.</summary>
internal sealed class ChoiceAnswer(
    string operationName,
    Func<CancellationToken, Task<Response<JsonElement>>> fetch,
    string? itemsPlace,
    string? valuePlace,
    string? titlePlace,
    CancellationToken cancellationToken
) : AsyncPageable<ConnectorChoice>(cancellationToken)
{
    public override IAsyncEnumerable<Page<ConnectorChoice>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        continuationToken is null
            ? ListAsync()
            : throw new ArgumentException($"{operationName} answers all at once, so that nothing continues it.", nameof(continuationToken));

    private async IAsyncEnumerable<Page<ConnectorChoice>> ListAsync([EnumeratorCancellation] CancellationToken enumeration = default)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, enumeration);
        Response<JsonElement> answer = await fetch(either.Token).ConfigureAwait(false);
        yield return Page<ConnectorChoice>.FromValues(
            Choices.Read(AnswerJson.ItemsOf(answer, operationName, itemsPlace), valuePlace, titlePlace),
            continuationToken: null,
            answer.GetRawResponse()
        );
    }
}
