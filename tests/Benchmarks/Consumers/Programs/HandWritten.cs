// What an expert writes for one call, with the same packages.
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using PowerConnectors.Benchmarks.Peers.HandWritten;

TokenCredential credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(args[2], DateTimeOffset.MaxValue));
using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
AccessToken token = await credential.GetTokenAsync(new TokenRequestContext(["https://apihub.azure.com/.default"]), default);
using HttpRequestMessage request = new(
    HttpMethod.Get,
    $"{args[0]}/{args[1]}/environments/{Uri.EscapeDataString(args[3])}/flows/{Uri.EscapeDataString(args[4])}"
);
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
response.EnsureSuccessStatusCode();
await using Stream json = await response.Content.ReadAsStreamAsync();
Flow<List<ConnectionReference>>? flow = await JsonSerializer.DeserializeAsync(json, OneContext.Default.Flow);
Console.WriteLine(flow!.Properties!.DisplayName);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Flow<List<ConnectionReference>>), TypeInfoPropertyName = "Flow")]
internal sealed partial class OneContext : JsonSerializerContext;
