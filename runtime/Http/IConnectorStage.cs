namespace PowerConnectors.Http;

/// <summary>
/// One layer of sending. Stages wrap each other, outermost first: retry, throttle, pause, authentication, pause, transport; each may call the next one as often as it needs to.
/// </summary>
internal interface IConnectorStage
{
    /// <summary>Sends a call.</summary>
    /// <returns>The answer, whatever its status; the receiver disposes it.</returns>
    /// <exception cref="ConnectorRequestException">There was no answer, or it broke off.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken);
}
