using Microsoft.Extensions.Logging;

namespace PowerConnectors;

/// <summary>How a connector client behaves. A client copies what it needs when it is made; later changes have no effect on it.</summary>
public class ConnectorClientOptions
{
    /// <summary>
    /// The HTTP client to send with. The default, <see langword="null"/>, makes one that belongs to the connector client: it follows no redirects, keeps
    /// no cookies and has no timeout of its own. One that is given here stays the caller's to dispose. Give it a handler that follows no redirects
    /// (<c>new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })</c>; <c>new HttpClient()</c> follows them): one that does sends keys and bodies wherever the service
    /// points, and the call fails with <c>RedirectFollowed</c> when that has happened. Mind that its <see cref="HttpClient.Timeout"/> (100 seconds unless set) cuts every attempt beside <see cref="AttemptTimeout"/>.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The scopes to ask the credential for, for example <c>https://apihub.azure.com/.default</c>. The default, <see langword="null"/>, takes those of the connector's
    /// document; a document may name none, or name them for certain hosts only. Without effect where a client has no <c>TokenCredential</c>.
    /// </summary>
    public IList<string>? Scopes { get; set; }

    /// <summary>
    /// The tenant to ask the credential for: its id or one of its domain names. The default, <see langword="null"/>, leaves it to the credential. What a service says about tenants is never
    /// followed. Without effect where a client has no <c>TokenCredential</c>.
    /// </summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// Whether members that the document does not declare, which a model keeps from the answer it was read from, are sent in request bodies. Default: <see langword="true"/>.
    /// </summary>
    public bool SendUndeclaredMembers { get; set; } = true;

    /// <summary>Whether an answer without a member that the document requires is an error. Default: <see langword="false"/>, as services do leave them out.</summary>
    public bool StrictReading { get; set; }

    /// <summary>
    /// How long one attempt may take, from sending to the last byte of the answer. Default: 100 seconds; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How large a successful answer may be, in bytes, decompressed: it is read as one piece, and a faulty or hostile service must not fill the memory. A larger one fails with the code
    /// <c>AnswerTooLarge</c>, and what is left of it is not read. Default: 256 MB, more than the largest answers that are known; from 1 byte to 2,000,000,000. Of errors 64 KB are read, and the rest is left.
    /// </summary>
    public int MaxResponseSize { get; set; } = 256 * 1024 * 1024;

    /// <summary>
    /// How often the connection may be called. The default, <see langword="null"/>, takes what the connector's document or overlay says; an empty list sets no limit. All clients of one
    /// connection that share a <see cref="ThrottleRegistry"/> have to agree. The service's own <c>Retry-After</c> holds the connection back in any case.
    /// </summary>
    public IList<ConnectorLimit>? Limits { get; set; }

    /// <summary>
    /// How many calls may wait for one limit, or for the end of a pause; one more fails with <see cref="ConnectorThrottledException"/>. Default: 10,000; 0 for none. The client that first uses a
    /// connection decides. A call that is tried again is not counted, and goes ahead of those that have not left yet.
    /// </summary>
    public int ThrottleQueueLimit { get; set; } = 10_000;

    /// <summary>Where clients of one connection find the budget that they share. Default: <see cref="ConnectorThrottleRegistry.Shared"/>.</summary>
    public ConnectorThrottleRegistry ThrottleRegistry { get; set; } = ConnectorThrottleRegistry.Shared;

    /// <summary>
    /// How often a call is tried again after failures of the service or the network. Default: 5; 0 for never, whatever the failure. A call that the service turned away because it was too
    /// busy (429, or 503 with <c>Retry-After</c>) is tried again without counting, as long as <see cref="RetryTimeLimit"/> allows.
    /// </summary>
    public int MaxRetries { get; set; } = 5;

    /// <summary>
    /// How long after a call's first failure it may be tried again at the latest, waits for limits included. Default: 2 hours, for limits that are counted by the hour; at most 49 days.
    /// The first attempt waits as long as the limits demand: what bounds a call as a whole is its <see cref="CancellationToken"/>.
    /// </summary>
    public TimeSpan RetryTimeLimit { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The clock behind every timeout and every expiry. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Where the client logs to, under the category <c>PowerConnectors.</c> and the connector's name. Never bodies, tokens or queries. Default: <see langword="null"/>, nothing is logged.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Names the calling application at the front of <c>User-Agent</c>, for example <c>FlowBackup/2.1</c>: up to 64 visible ASCII characters, no spaces. Default: none.
    /// </summary>
    public string? ApplicationId { get; set; }
}
