using System.ComponentModel;
using Azure;
using PowerConnectors.Http;
using PowerConnectors.Json;

namespace PowerConnectors;

public abstract partial class ConnectorClient
{
    /// <summary>Sends a request whose answer is a model, or nothing.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The response, and the model if there is one.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call, did not answer or answered what cannot be read.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<NullableResponse<T>> SendForOptionalAsync<T>(ConnectorRequest request, CancellationToken cancellationToken)
        where T : class, IConnectorModel<T> =>
        SendForOptionalAsync(request, static (ref ModelReader reader) => reader.ReadModel<T>(), cancellationToken);

    /// <summary>Sends a request whose answer is a value but no model, or nothing.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The response, and the value if there is one.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call, did not answer or answered what cannot be read.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<NullableResponse<T>> SendForOptionalAsync<T>(
        ConnectorRequest request,
        ReadValue<T> read,
        CancellationToken cancellationToken
    ) => _pipeline!.SendForOptionalAsync(request.Complete(), read, cancellationToken);

    /// <summary>Sends a request whose answer is text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mediaTypes">What the document says the answer may be, as it stands in an <c>Accept</c> header.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The text and the response, whose content is empty.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call or did not answer.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<Response<string>> SendForTextAsync(ConnectorRequest request, string mediaTypes, CancellationToken cancellationToken)
    {
        request.AcceptByDefault(mediaTypes);
        return _pipeline!.SendForTextAsync(request.Complete(), cancellationToken);
    }

    /// <summary>Sends a request whose answer is handed on while it arrives.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mediaTypes">What the document says the answer may be, as it stands in an <c>Accept</c> header.</param>
    /// <param name="cancellationToken">Ends the call early, up to the answer's headers.</param>
    /// <returns>The stream, whose disposal frees the connection, and the response.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call or did not answer.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<Response<Stream>> SendForStreamAsync(ConnectorRequest request, string mediaTypes, CancellationToken cancellationToken)
    {
        request.AcceptByDefault(mediaTypes);
        return _pipeline!.SendForStreamAsync(request.Complete(), cancellationToken);
    }
}
