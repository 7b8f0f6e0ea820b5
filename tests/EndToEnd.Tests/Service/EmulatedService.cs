using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Core;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Authentication;
using PowerConnectors.Emulator.Requests;

namespace PowerConnectors.EndToEnd.Tests.Service;

/// <summary>An emulator on a port of its own, the generated client of it, and a bare HTTP client that knows nothing of generated code.</summary>
internal sealed class EmulatedService : IAsyncDisposable
{
    // Ports come back: the registry of the process would know connections of emulators that are gone.
    private readonly ConnectorThrottleRegistry _registry = new();
    private readonly HttpClient _bare;
    private readonly string _token;

    private EmulatedService(FlowManagementEmulator emulator, ConnectorClientOptions? options, string audience)
    {
        Emulator = emulator;
        _token = EmulatorTokens.Create(audience, DateTimeOffset.MaxValue);
        _bare = new HttpClient { BaseAddress = new Uri($"{emulator.Endpoint}/{emulator.ConnectionId}/") };
        _bare.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        Client = CreateClient(options);
    }

    public FlowManagementEmulator Emulator { get; }

    public PowerAutomateManagementClient Client { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<EmulatedService> StartAsync(
        EmulatorOptions? emulator = null,
        ConnectorClientOptions? client = null,
        string audience = EmulatorTokens.Audience
    ) => new(await FlowManagementEmulator.StartAsync(emulator, Cancellation), client, audience);

    /// <summary>Another client of the same emulator.</summary>
    public PowerAutomateManagementClient CreateClient(ConnectorClientOptions? options, string? connectionId = null)
    {
        options ??= new ConnectorClientOptions();
        options.ThrottleRegistry = _registry;
        TokenCredential credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(_token, DateTimeOffset.MaxValue));
        return new PowerAutomateManagementClient(Emulator.Endpoint, connectionId ?? Emulator.ConnectionId, credential, options);
    }

    /// <summary>What the service answers to somebody without our client.</summary>
    public async Task<JsonElement> GetJsonAsync(string path) => JsonElement.Parse(await _bare.GetByteArrayAsync(path, Cancellation));

    /// <summary>Sends a body that is written by hand.</summary>
    public async Task<JsonElement> PatchJsonAsync(string path, string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _bare.PatchAsync(path, content, Cancellation);
        response.EnsureSuccessStatusCode();
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    /// <summary>The requests of an operation so far.</summary>
    public IReadOnlyList<RecordedRequest> Sent(string operationId) =>
        [.. Emulator.Requests.Where(request => request.OperationId == operationId)];

    /// <summary>The body of the only request of an operation so far.</summary>
    public JsonElement SentBody(string operationId) => JsonElement.Parse(Assert.Single(Sent(operationId)).Body);

    /// <summary>Checks that exactly one request has arrived, and that it is exactly this one.</summary>
    public void AssertOnlyRequest(string method, string path, string? body = null)
    {
        RecordedRequest request = Assert.Single(Emulator.Requests);
        Assert.Equal($"{method} /apim/flowmanagement/{Emulator.ConnectionId}{path}", $"{request.Method} {request.Target}");
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal($"Bearer {_token}", request.Headers["Authorization"]);
        Assert.Equal(Emulator.Endpoint.Authority, request.Headers["Host"]);
        Assert.Equal(body is null ? null : "application/json", request.Headers.GetValueOrDefault("Content-Type"));
        if (body is null)
        {
            Assert.Empty(request.Body);
        }
        else
        {
            Lossless.AssertEqual(body, request.Body);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _bare.Dispose();
        await Emulator.DisposeAsync();
    }
}
