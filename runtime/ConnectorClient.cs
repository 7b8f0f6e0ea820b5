using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using PowerConnectors.Authentication;
using PowerConnectors.Http;
using PowerConnectors.Json;
using PowerConnectors.Paging;
using PowerConnectors.Retries;
using PowerConnectors.Throttling;

namespace PowerConnectors;

/// <summary>
/// The base of every generated client. A client is safe to use from several threads at once and is meant to live long: it keeps connections and its token.
/// </summary>
public abstract partial class ConnectorClient : IDisposable
{
    private readonly ClientSettings? _settings;
    private readonly ConnectorPipeline? _pipeline;
    private readonly TokenCache? _tokens;
    private readonly ThrottleShare? _throttle;
    private readonly HttpClient? _ownHttpClient;

    // Not disposed itself: a call may still look at it.
    private readonly CancellationTokenSource _disposing = new();
    private bool _disposed;

    /// <summary>Makes a client that sends nothing, for tests that derive from it and override its operations.</summary>
    protected ConnectorClient() { }

    /// <summary>Makes a client that proves who it is with tokens.</summary>
    /// <param name="endpoint">The connector's address, which the paths of operations are appended to: https, or http on a loopback address.</param>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="options">How the client behaves; <see langword="null"/> for the defaults.</param>
    /// <param name="description">What the document says of the connector.</param>
    /// <param name="connectionId">The id of the connection that calls are counted for; empty where the connector has none.</param>
    /// <exception cref="ArgumentException">
    /// The endpoint or an option cannot be used, or contradicts another client of the connection; or it is not known what to ask a token for. The message names it.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ConnectorClient(
        Uri endpoint,
        TokenCredential credential,
        ConnectorClientOptions? options,
        ConnectorDescription description,
        string connectionId
    )
        : this(endpoint, options, description, connectionId, credential ?? throw new ArgumentNullException(nameof(credential)), []) { }

    /// <summary>Makes a client that proves who it is with what the document asks for, all of it with every call.</summary>
    /// <param name="endpoint">The connector's address, which the paths of operations are appended to: https, or http on a loopback address.</param>
    /// <param name="credentials">Keys, passwords and where tokens come from.</param>
    /// <param name="options">How the client behaves; <see langword="null"/> for the defaults.</param>
    /// <param name="description">What the document says of the connector.</param>
    /// <param name="connectionId">The id of the connection that calls are counted for; empty where the connector has none.</param>
    /// <exception cref="ArgumentException">The endpoint, a credential or an option cannot be used, or contradicts another client of the connection; the message names it.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ConnectorClient(
        Uri endpoint,
        IReadOnlyList<ConnectorCredential> credentials,
        ConnectorClientOptions? options,
        ConnectorDescription description,
        string connectionId
    )
        : this(
            endpoint,
            options,
            description,
            connectionId,
            ConnectorCredential.TokensOf(credentials),
            ConnectorCredential.KeysOf(credentials)
        ) { }

    private ConnectorClient(
        Uri endpoint,
        ConnectorClientOptions? options,
        ConnectorDescription description,
        string connectionId,
        TokenCredential? tokens,
        WireCredential[] keys
    )
    {
        ArgumentNullException.ThrowIfNull(description);
        options ??= new ConnectorClientOptions();
        ConnectorEndpoint address = new(endpoint);
        _settings = ClientSettings.From(options, description, keys);
        _tokens = tokens is null
            ? null
            : new TokenCache(
                tokens,
                TokenScopes.Choose(options.Scopes, description, endpoint),
                TenantId.Check(options.TenantId),
                _settings
            );

        // A key that cannot be sent is better known now than with the first call.
        KeyStage.Prove(keys);
        ConnectorConnection connection = new(endpoint.GetLeftPart(UriPartial.Path), connectionId);
        _throttle = _settings.ThrottleRegistry.Join(connection, _settings.Limits, _settings.ThrottleQueueLimit, _settings.TimeProvider);
        _ownHttpClient = options.HttpClient is null ? OwnHttpClient.Create() : null;

        // Outermost first: operation, retry, challenge, throttle, pause, token, pause, keys, streams, transport.
        IConnectorStage stage = new StreamStage(new HttpTransport(options.HttpClient ?? _ownHttpClient!, _settings));
        stage = keys.Length == 0 ? stage : new KeyStage(keys, stage);
        stage = new PauseStage(_throttle.Throttle, _settings, stage);
        stage = _tokens is null ? stage : new PauseStage(_throttle.Throttle, _settings, new TokenStage(_tokens, stage));
        stage = new ThrottleStage(_throttle.Throttle, _settings, stage);
        stage = _tokens is null ? stage : new ChallengeStage(_tokens, stage);
        _pipeline = new ConnectorPipeline(new RetryStage(_settings, stage), address, _settings, _disposing.Token);
    }

    /// <summary>Ends the client: closes its connections, unless the options brought the HTTP client. Calls after it, and those that are under way or wait, throw.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What is left of the connection's limits at this moment; <see langword="null"/> for a client made for tests.</summary>
    public virtual ConnectorBudget? Budget => _throttle?.Throttle.Budget;

    /// <summary>Begins a request of an operation.</summary>
    /// <param name="operationName">The operation's name in the document.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="isRepeatable">Whether the document says that sending it twice does no harm, whatever the method.</param>
    /// <returns>The request, whose path is the endpoint's so far.</returns>
    /// <exception cref="InvalidOperationException">The client was made for tests, and the operation called is not overridden.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ConnectorRequest CreateRequest(string operationName, HttpMethod method, bool isRepeatable = false)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        return _pipeline is null
            ? throw new InvalidOperationException(
                $"{GetType().Name} was made with the constructor for tests, which has no endpoint: override the method that calls {operationName}."
            )
            : new ConnectorRequest(
                operationName,
                method,
                isRepeatable || RetryRules.IsRepeatable(method),
                _pipeline.Endpoint.BasePath,
                _settings!.BodyPurpose
            );
    }

    /// <summary>Sends a request whose answer holds nothing to read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The response, with whatever body it has.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call or did not answer.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<Response> SendAsync(ConnectorRequest request, CancellationToken cancellationToken) =>
        _pipeline!.SendAsync(request.Complete(), cancellationToken);

    /// <summary>Sends a request whose answer is a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The model and the response. The bytes that the model was read from are not kept: the response's content is empty.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call, did not answer or answered what cannot be read.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<Response<T>> SendAsync<T>(ConnectorRequest request, CancellationToken cancellationToken)
        where T : class, IConnectorModel<T> =>
        SendAsync(request, static (ref ModelReader reader) => reader.ReadModel<T>(), cancellationToken);

    /// <summary>Sends a request whose answer is a value but no model.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The value and the response, whose content is empty.</returns>
    /// <exception cref="ConnectorRequestException">The service refused the call, did not answer or answered what cannot be read.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Task<Response<T>> SendAsync<T>(ConnectorRequest request, ReadValue<T> read, CancellationToken cancellationToken) =>
        _pipeline!.SendAsync(request.Complete(), read, cancellationToken);

    /// <summary>Makes the listing of an operation that answers page by page. Nothing is sent before it is enumerated.</summary>
    /// <typeparam name="T">The items' model.</typeparam>
    /// <param name="request">The request for the first page.</param>
    /// <param name="itemsName">The member of a page that holds its items.</param>
    /// <param name="nextLinkName">The member that holds the link to the next page; <see langword="null"/> for <c>nextLink</c> or <c>@odata.nextLink</c>.</param>
    /// <param name="cancellationToken">Ends the listing early.</param>
    /// <returns>The listing, which can be enumerated more than once.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected AsyncPageable<T> CreatePageable<T>(
        ConnectorRequest request,
        string itemsName,
        string? nextLinkName,
        CancellationToken cancellationToken
    )
        where T : class, IConnectorModel<T> =>
        CreatePageable(request, itemsName, nextLinkName, static (ref ModelReader reader) => reader.ReadModel<T>(), cancellationToken);

    /// <summary>Makes the listing of an operation whose items are no models.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="request">The request for the first page.</param>
    /// <param name="itemsName">The member of a page that holds its items.</param>
    /// <param name="nextLinkName">The member that holds the link to the next page; <see langword="null"/> for <c>nextLink</c> or <c>@odata.nextLink</c>.</param>
    /// <param name="readItem">Reads one item.</param>
    /// <param name="cancellationToken">Ends the listing early.</param>
    /// <returns>The listing, which can be enumerated more than once.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected AsyncPageable<T> CreatePageable<T>(
        ConnectorRequest request,
        string itemsName,
        string? nextLinkName,
        ReadValue<T> readItem,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        new ConnectorPageable<T>(
            _pipeline!,
            _settings!.Telemetry,
            request.Complete(),
            new PageReader<T>(itemsName, nextLinkName, readItem),
            cancellationToken
        );

    /// <summary>Checks an argument that must not be empty.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="parameter">Its name; the compiler fills it in.</param>
    /// <returns>The argument.</returns>
    /// <exception cref="ArgumentException">The argument is <see langword="null"/> or empty.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static string RequireText([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter?.TrimStart('@'));
        return value;
    }

    /// <summary>Ends the client.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        // Others' code that wants to know of the end may throw: a handler's in the first, a credential's in the second, a limiter's in the last.
        try
        {
            _disposing.Cancel();
        }
        finally
        {
            try
            {
                _tokens?.Dispose();
            }
            finally
            {
                _ownHttpClient?.Dispose();
                _throttle?.Dispose();
            }
        }
    }
}
