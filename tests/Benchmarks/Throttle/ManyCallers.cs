using System.Diagnostics;
using System.Net;
using Azure.Core;
using PowerAutomateManagement;

namespace PowerConnectors.Benchmarks.Throttle;

/// <summary>Callers that share one client and call one after the other, as fast as they may, over a handler that answers at once.</summary>
internal static class ManyCallers
{
    /// <summary>The time until all calls are answered.</summary>
    /// <exception cref="InvalidOperationException">Not every call arrived exactly once.</exception>
    public static async Task<TimeSpan> RunAsync(int callers, int calls, params ConnectorLimit[] limits)
    {
        using CountingHandler handler = new();
        using HttpClient http = new(handler);
        using PowerAutomateManagementClient client = new(
            new Uri("http://127.0.0.1:9/apim/flowmanagement"),
            "connection",
            DelegatedTokenCredential.Create(static (_, _) => new AccessToken("not-a-token", DateTimeOffset.MaxValue)),
            new ConnectorClientOptions
            {
                HttpClient = http,
                Limits = limits,
                Scopes = ["https://apihub.azure.com/.default"],
                ThrottleRegistry = new ConnectorThrottleRegistry(),
            }
        );
        await client.StartFlowAsync("environment", "flow");

        int left = calls - 1;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return handler.Calls == calls
            ? time
            : throw new InvalidOperationException($"{handler.Calls} calls arrived, and {calls} were made.");

        async Task CallAsync()
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await client.StartFlowAsync("environment", "flow");
            }
        }
    }

    private sealed class CountingHandler : HttpMessageHandler
    {
        private int _calls;

        public int Calls => _calls;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            // As a network does: the caller's thread is free meanwhile, and others come in between.
            await Task.Yield();
            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request };
        }
    }
}
