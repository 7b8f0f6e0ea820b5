using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using PowerAutomateManagement;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Peers.HandWritten;
using ConnectionReference = PowerConnectors.Benchmarks.Peers.HandWritten.ConnectionReference;

namespace PowerConnectors.Benchmarks.Lists;

/// <summary>Lists all flows of an environment, and counts them and the characters of their names, so that each was really read.</summary>
internal static class FlowList
{
    // Far away: what the emulator can answer is to be the limit.
    private static readonly ConnectorLimit[] s_limits =
    [
        new(1_000_000, TimeSpan.FromSeconds(1)),
        new(1_000_000, TimeSpan.FromSeconds(1)) { ExceptMethods = ["GET"] },
    ];

    public static Task<ListResult> RunAsync(string contender, ListTarget target) =>
        contender == Contender.Ours ? RunOursAsync(target) : RunHandWrittenAsync(target);

    private static async Task<ListResult> RunOursAsync(ListTarget target)
    {
        using PowerAutomateManagementClient client = new(
            new Uri(target.Endpoint),
            target.Connection,
            DelegatedTokenCredential.Create((_, _) => new AccessToken(target.Token, DateTimeOffset.MaxValue)),
            new ConnectorClientOptions { Limits = s_limits, Scopes = ["https://apihub.azure.com/.default"] }
        );
        ListResult result = default;
        await foreach (AdminFlow flow in client.ListMyFlowsAsync(target.Environment))
        {
            result = result.With(flow.Properties.DisplayName);
        }

        return result;
    }

    // What an expert writes: a page at a time from the stream, nothing kept.
    private static async Task<ListResult> RunHandWrittenAsync(ListTarget target)
    {
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        AuthenticationHeaderValue authorization = new("Bearer", target.Token);
        ListResult result = default;
        string? next = $"{target.Endpoint}/{target.Connection}/environments/{Uri.EscapeDataString(target.Environment)}/flows";
        while (next is not null)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, next);
            request.Headers.Authorization = authorization;
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            await using Stream json = await response.Content.ReadAsStreamAsync();
            Page<Flow<Dictionary<string, ConnectionReference>>>? page = await JsonSerializer.DeserializeAsync(
                json,
                HandWrittenContext.Default.Flows
            );
            foreach (Flow<Dictionary<string, ConnectionReference>> flow in page!.Value!)
            {
                result = result.With(flow.Properties!.DisplayName);
            }

            next = page.NextLink;
        }

        return result;
    }
}
