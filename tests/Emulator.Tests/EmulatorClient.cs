using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Authentication;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

/// <summary>An emulator and a bare HTTP client with a good token.</summary>
internal sealed class EmulatorClient : IAsyncDisposable
{
    public const string Flows = $"environments/{EmulatorSeed.DefaultEnvironment}/flows";
    public const string AdminFlows = $"scopes/admin/environments/{EmulatorSeed.DefaultEnvironment}/flows";
    public const string AdminFlowsV2 = $"scopes/admin/environments/{EmulatorSeed.DefaultEnvironment}/v2/flows";

    private EmulatorClient(FlowManagementEmulator emulator)
    {
        Emulator = emulator;
        Http = new HttpClient { BaseAddress = new Uri($"{emulator.Endpoint}/{emulator.ConnectionId}/") };
        Authorize(EmulatorTokens.Create(EmulatorTokens.Audience, DateTimeOffset.MaxValue));
    }

    public FlowManagementEmulator Emulator { get; }

    public HttpClient Http { get; }

    public static async Task<EmulatorClient> StartAsync(EmulatorOptions? options = null) =>
        new(await FlowManagementEmulator.StartAsync(options, TestContext.Current.CancellationToken));

    public void Authorize(string? token) =>
        Http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    public Task<EmulatorAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<EmulatorAnswer> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<EmulatorAnswer> PatchAsync(string path, JsonNode body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<EmulatorAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public async Task<EmulatorAnswer> SendAsync(HttpMethod method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await EmulatorAnswer.ReadAsync(response);
    }

    /// <summary>Follows next links to the end.</summary>
    public async Task<IReadOnlyList<JsonArray>> PagesAsync(string path)
    {
        List<JsonArray> pages = [];
        for (var next = path; next is not null; )
        {
            var answer = await GetAsync(next);
            Assert.Equal(200, answer.Status);
            pages.Add(answer.Json["value"]!.AsArray());
            next = answer.Json["nextLink"]?.GetValue<string>();
        }

        return pages;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }
}
