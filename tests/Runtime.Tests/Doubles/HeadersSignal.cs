namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>Says when the headers of an answer have arrived: a connection that is reset earlier may take them along.</summary>
internal sealed class HeadersSignal() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        _arrived.TrySetResult();
        return response;
    }
}
