using Azure.Core;
using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>
/// The token of one client, for the scopes and the tenant that it has from its options. The first one is asked for once, however many callers wait; ahead of its expiry it is replaced in the background while callers keep
/// the old one, and if that fails they keep it until it expires. One that the service refuses is replaced at once.
/// </summary>
internal sealed class TokenCache(TokenCredential credential, string[] scopes, string? tenantId, ClientSettings settings) : IDisposable
{
    private static readonly TimeSpan s_refreshAhead = TimeSpan.FromMinutes(5);

    // Between two requests for a replacement: so that neither a failing credential nor one whose tokens live shorter than the time above is asked at every call.
    private static readonly TimeSpan s_refreshPause = TimeSpan.FromSeconds(30);

    // A person may have to log in. A request that takes longer is given up, so that one that hangs does not hold up all calls to come.
    private static readonly TimeSpan s_longestRequest = TimeSpan.FromMinutes(15);

    private readonly TimeProvider _time = settings.TimeProvider;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private AccessToken? _current;
    private DateTimeOffset _refreshOn;
    private Task<AccessToken>? _pending;
    private string? _claims;
    private int _generation;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        Task<AccessToken> pending;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, typeof(ConnectorClient));
            DateTimeOffset now = _time.GetUtcNow();
            bool usable = _current is { } token && now < token.ExpiresOn;
            if (!usable || (now >= _refreshOn && _pending is null))
            {
                _refreshOn = now + s_refreshPause;
                _pending ??= StartAcquiring();
            }

            if (usable)
            {
                return _current!.Value.Token;
            }

            pending = _pending!;
        }

        // The request for the token goes on when this caller gives up: others wait for it too.
        try
        {
            return (await pending.WaitAsync(cancellationToken).ConfigureAwait(false)).Token;
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(ConnectorClient));
        }
    }

    /// <summary>Gets a token in the place of one that the service refused.</summary>
    /// <param name="refused">The token that was refused. Where another caller has replaced it already, that replacement is taken.</param>
    /// <param name="claims">What the service demands of the new one, if it says so.</param>
    /// <param name="cancellationToken">Ends the wait of this caller.</param>
    public async ValueTask<string> ReplaceAsync(string refused, string? claims, CancellationToken cancellationToken)
    {
        settings.Telemetry.TokenRefused(demandsClaims: claims is not null);
        lock (_lock)
        {
            if (_current is { } token && token.Token == refused)
            {
                _current = null;
                _claims = claims;

                // What is under way was asked for without the claims, and its result no longer counts.
                _pending = null;
                _generation++;
            }
        }

        return await GetAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        // Not disposed: a request for a token may still look at it.
        _disposed.Cancel();
    }

    // Off the lock, as a credential may do much before its first await; the caller's cancellation has no part in it.
    private Task<AccessToken> StartAcquiring()
    {
        TokenRequestContext context = new(scopes, claims: _claims, tenantId: tenantId, isCaeEnabled: true);
        int generation = _generation;
        Task<AccessToken> acquiring = Task.Run(() => AcquireAsync(context, generation), CancellationToken.None);

        // A failed replacement has no one who waits for it; the next caller after the pause tries again.
        _ = acquiring.ContinueWith(
            static task => _ = task.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default
        );
        return acquiring;
    }

    private async Task<AccessToken> RequestAsync(TokenRequestContext context)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(_disposed.Token);
        ValueTask<AccessToken> request = credential.GetTokenAsync(context, ended.Token);
        if (request.IsCompleted)
        {
            return await request.ConfigureAwait(false);
        }

        Task<AccessToken> running = request.AsTask();
        try
        {
            return await running.WaitAsync(s_longestRequest, _time, _disposed.Token).ConfigureAwait(false);
        }
        catch (TimeoutException exception) when (!running.IsCompleted)
        {
            await ended.CancelAsync().ConfigureAwait(false);
            throw new TimeoutException($"The credential gave no token within {s_longestRequest.TotalMinutes} minutes.", exception);
        }
    }

    private async Task<AccessToken> AcquireAsync(TokenRequestContext context, int generation)
    {
        try
        {
            AccessToken token = await RequestAsync(context).ConfigureAwait(false);
            lock (_lock)
            {
                if (generation == _generation)
                {
                    DateTimeOffset earliest = _time.GetUtcNow() + s_refreshPause;
                    DateTimeOffset wanted = token.RefreshOn ?? token.ExpiresOn - s_refreshAhead;
                    _refreshOn = wanted > earliest ? wanted : earliest;
                    _current = token;
                }
            }

            settings.Telemetry.TokenAcquired(token.ExpiresOn);
            return token;
        }
        catch (Exception exception)
        {
            settings.Telemetry.TokenFailed(exception);
            throw;
        }
        finally
        {
            lock (_lock)
            {
                _pending = generation == _generation ? null : _pending;
            }
        }
    }
}
