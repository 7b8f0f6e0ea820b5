using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>Stands where the network would: gets every request that leaves, and answers or fails as a test says.</summary>
internal sealed class ScriptedHandler(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _requests = [];
    private int _count;

    /// <summary>How many requests have left.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The methods of the requests that have left, in order.</summary>
    public IReadOnlyList<string> Methods => [.. _requests];

    public static HttpResponseMessage Answer(int status, string body = """{"name":"pears"}""", string? retryAfter = null)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    /// <summary>A client of this network, with a registry of its own.</summary>
    public OrdersClient CreateClient(ConnectorClientOptions options, FakeCredential? credential = null, string name = OrdersClient.Name)
    {
        options.HttpClient = new HttpClient(this) { Timeout = Timeout.InfiniteTimeSpan };
        options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        if (options.ThrottleRegistry == ConnectorThrottleRegistry.Shared)
        {
            options.ThrottleRegistry = new ConnectorThrottleRegistry();
        }

        return new OrdersClient(new Uri("https://host.example/apim/orders"), "conn", credential ?? new FakeCredential(), options, name);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request.Method.Method);
        return Task.FromResult(answer(Interlocked.Increment(ref _count)));
    }
}
