namespace PowerConnectors;

/// <summary>How a connector client behaves. A client copies what it needs when it is made; later changes have no effect on it.</summary>
public class ConnectorClientOptions
{
    /// <summary>
    /// The HTTP client to send with. The default, <see langword="null"/>, makes one that belongs to the connector client: it follows no redirects, decompresses
    /// answers, keeps no cookies and has no timeout of its own. One that is given here stays the caller's to dispose; give it a handler that follows no redirects, and
    /// mind that its <see cref="HttpClient.Timeout"/> (100 seconds unless set) cuts every attempt beside <see cref="AttemptTimeout"/>.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// The scopes to ask the credential for, for example <c>https://apihub.azure.com/.default</c>. The default, <see langword="null"/>, takes those of the connector's
    /// document; a document may name none.
    /// </summary>
    public IList<string>? Scopes { get; set; }

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

    /// <summary>The clock behind every timeout and every expiry. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Names the calling application at the front of <c>User-Agent</c>, for example <c>FlowBackup/2.1</c>: up to 64 visible ASCII characters, no spaces. Default: none.
    /// </summary>
    public string? ApplicationId { get; set; }
}
