namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>Counts the bytes that are read of answers, as they come from the network.</summary>
internal sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler { MaxResponseDrainSize = 0 })
{
    private long _read;

    public long BytesRead => Interlocked.Read(ref _read);

    /// <summary>A client over it, which forgets what was counted before.</summary>
    public OrdersClient CreateClient(TestServer server, int maxResponseSize)
    {
        Interlocked.Exchange(ref _read, 0);
        return server.CreateClient(
            new ConnectorClientOptions
            {
                HttpClient = new HttpClient(this, disposeHandler: false),
                MaxResponseSize = maxResponseSize,
                MaxRetries = 0,
            }
        );
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        StreamContent content = new(new CountingStream(await response.Content.ReadAsStreamAsync(cancellationToken), this));
        foreach ((string name, IEnumerable<string> values) in response.Content.Headers)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = content;
        return response;
    }

    private sealed class CountingStream(Stream inner, CountingHandler owner) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await inner.ReadAsync(buffer, cancellationToken);
            Interlocked.Add(ref owner._read, read);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
