namespace PowerConnectors.Hosting.Tests;

/// <summary>Counts what is sent through it.</summary>
internal sealed class CountingHandler : DelegatingHandler
{
    private int _count;

    public int Count => _count;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return base.SendAsync(request, cancellationToken);
    }
}
