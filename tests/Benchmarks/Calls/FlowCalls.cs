using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using PowerAutomateManagement;
using PowerConnectors.Benchmarks.Peers.HandWritten;
using PowerConnectors.Benchmarks.Peers.Refit;

namespace PowerConnectors.Benchmarks.Calls;

/// <summary>The same call by every contender: gets a flow and gives its display name.</summary>
internal sealed class FlowCalls : IDisposable
{
    private const string Token = "not-a-token";
    private const string Connection = "9d1f0c2e4b6a48c7a3e5d7f90b1c2d3e";
    private const string EnvironmentName = "Default-7a1f3c58-2d94-4b06-8e27-5c9d0f6b1a43";
    private const string FlowName = "3f2c8a10-9d47-4e6b-8c15-7a0b5d9e2f01";

    private static readonly AuthenticationHeaderValue s_authorization = new("Bearer", Token);

    // Far away, so that nobody ever waits, but counted as the service's two limits are.
    private static readonly ConnectorLimit[] s_limits =
    [
        new(1_000_000, TimeSpan.FromSeconds(1)),
        new(1_000_000, TimeSpan.FromSeconds(1)) { ExceptMethods = ["GET"] },
    ];

    private readonly string _endpoint;
    private readonly HttpClient _http;
    private readonly HttpClient _authorized;
    private readonly PowerAutomateManagementClient _ours;
    private readonly NSwagPeer.NSwagClient _nswag;
    private readonly IFlowApi _refit;

    public FlowCalls(Transport transport)
    {
        _endpoint = transport.Endpoint.ToString();
        _http = new HttpClient(transport.Open());
        _authorized = new HttpClient(transport.Open()) { BaseAddress = transport.Endpoint };
        _authorized.DefaultRequestHeaders.Authorization = s_authorization;
        _ours = new PowerAutomateManagementClient(
            transport.Endpoint,
            Connection,
            DelegatedTokenCredential.Create(static (_, _) => new AccessToken(Token, DateTimeOffset.MaxValue)),
            new ConnectorClientOptions
            {
                HttpClient = _http,
                Limits = s_limits,
                Scopes = ["https://apihub.azure.com/.default"],
                ThrottleRegistry = new ConnectorThrottleRegistry(),
            }
        );
        _nswag = new NSwagPeer.NSwagClient(_endpoint, _authorized);
        _refit = global::Refit.RestService.ForGenerated<IFlowApi>(_authorized, HandWrittenContext.Default);
    }

    public async Task<string?> PowerConnectorsAsync()
    {
        FlowWithConnectionReferences flow = await _ours.GetFlowAsync(EnvironmentName, FlowName);
        return flow.Properties.DisplayName;
    }

    public async Task<string?> HandWrittenAsync()
    {
        using HttpRequestMessage request = new(
            HttpMethod.Get,
            $"{_endpoint}/{Connection}/environments/{Uri.EscapeDataString(EnvironmentName)}/flows/{Uri.EscapeDataString(FlowName)}"
        );
        request.Headers.Authorization = s_authorization;
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream json = await response.Content.ReadAsStreamAsync();
        Flow<List<Peers.HandWritten.ConnectionReference>>? flow = await JsonSerializer.DeserializeAsync(
            json,
            HandWrittenContext.Default.Flow
        );
        return flow!.Properties!.DisplayName;
    }

    public async Task<string?> NSwagAsync() => (await _nswag.GetFlowAsync(Connection, EnvironmentName, FlowName)).Properties.DisplayName;

    public async Task<string?> RefitAsync() => (await _refit.GetFlowAsync(Connection, EnvironmentName, FlowName)).Properties!.DisplayName;

    public void Dispose()
    {
        _ours.Dispose();
        _authorized.Dispose();
        _http.Dispose();
    }
}
