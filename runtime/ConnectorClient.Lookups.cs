using System.ComponentModel;
using System.Text.Json;
using Azure;
using PowerConnectors.Json;
using PowerConnectors.Lookups;

namespace PowerConnectors;

public abstract partial class ConnectorClient
{
    /// <summary>Makes the listing of the choices that the items of another listing are.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes an item as the JSON that it was.</param>
    /// <param name="valuePath">Where in an item the value is; <see langword="null"/> for the item itself.</param>
    /// <param name="titlePath">Where in an item the title is; <see langword="null"/> for nowhere.</param>
    /// <returns>The listing, which can be enumerated more than once.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static AsyncPageable<ConnectorChoice> CreateChoices<T>(
        AsyncPageable<T> items,
        WriteValue<T> write,
        string? valuePath,
        string? titlePath
    )
        where T : notnull => new ChoiceList<T>(items, write, valuePath, titlePath);

    /// <summary>Makes the listing of the choices that one answer holds. Nothing is sent before it is enumerated.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="operationName">The operation's name in the document.</param>
    /// <param name="call">Calls the operation.</param>
    /// <param name="write">Writes the answer as the JSON that it was.</param>
    /// <param name="itemsPath">Where in the answer the items are; <see langword="null"/> for the answer itself, or its member <c>value</c>.</param>
    /// <param name="valuePath">Where in an item the value is; <see langword="null"/> for the item itself.</param>
    /// <param name="titlePath">Where in an item the title is; <see langword="null"/> for nowhere.</param>
    /// <param name="cancellationToken">Ends the listing early.</param>
    /// <returns>The listing, which can be enumerated more than once.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static AsyncPageable<ConnectorChoice> CreateChoices<T>(
        string operationName,
        Func<CancellationToken, Task<NullableResponse<T>>> call,
        WriteValue<T> write,
        string? itemsPath,
        string? valuePath,
        string? titlePath,
        CancellationToken cancellationToken
    ) =>
        new ChoiceAnswer(
            operationName,
            async token => AnswerJson.Of(await call(token).ConfigureAwait(false), write),
            itemsPath,
            valuePath,
            titlePath,
            cancellationToken
        );

    /// <summary>Makes the listing of the choices in an answer that the document does not describe. Nothing is sent before it is enumerated.</summary>
    /// <param name="operationName">The operation's name in the document.</param>
    /// <param name="call">Calls the operation.</param>
    /// <param name="itemsPath">Where in the answer the items are; <see langword="null"/> for the answer itself, or its member <c>value</c>.</param>
    /// <param name="valuePath">Where in an item the value is; <see langword="null"/> for the item itself.</param>
    /// <param name="titlePath">Where in an item the title is; <see langword="null"/> for nowhere.</param>
    /// <param name="cancellationToken">Ends the listing early.</param>
    /// <returns>The listing, which can be enumerated more than once.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static AsyncPageable<ConnectorChoice> CreateChoices(
        string operationName,
        Func<CancellationToken, Task<Response>> call,
        string? itemsPath,
        string? valuePath,
        string? titlePath,
        CancellationToken cancellationToken
    ) =>
        new ChoiceAnswer(
            operationName,
            async token => AnswerJson.Of(await call(token).ConfigureAwait(false), operationName),
            itemsPath,
            valuePath,
            titlePath,
            cancellationToken
        );

    /// <summary>Takes a part of an answer: the schema of what is free JSON elsewhere.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="operationName">The operation's name in the document.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="write">Writes the answer as the JSON that it was.</param>
    /// <param name="path">Where the part is; <see langword="null"/> for all of the answer.</param>
    /// <returns>The part and the response.</returns>
    /// <exception cref="ConnectorRequestException">There is nothing at that place.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static Response<JsonElement> SelectJson<T>(
        string operationName,
        NullableResponse<T> answer,
        WriteValue<T> write,
        string? path
    ) => AnswerJson.Select(AnswerJson.Of(answer, write), operationName, path);

    /// <summary>Takes a part of an answer that the document does not describe.</summary>
    /// <param name="operationName">The operation's name in the document.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="path">Where the part is; <see langword="null"/> for all of the answer.</param>
    /// <returns>The part and the response.</returns>
    /// <exception cref="ConnectorRequestException">The answer is not JSON, or there is nothing at that place.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static Response<JsonElement> SelectJson(string operationName, Response answer, string? path) =>
        AnswerJson.Select(AnswerJson.Of(answer, operationName), operationName, path);
}
