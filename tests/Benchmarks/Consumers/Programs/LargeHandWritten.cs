// What an expert writes for one call of the large connector, with the same packages.
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;

TokenCredential credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(args[2], DateTimeOffset.MaxValue));
using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
AccessToken token = await credential.GetTokenAsync(new TokenRequestContext(["https://contoso.example/.default"]), default);
byte[] body = JsonSerializer.SerializeToUtf8Bytes(new Thing { Id = "1" }, OneContext.Default.Thing);
using HttpRequestMessage request = new(HttpMethod.Post, $"{args[0]}/things0/{Uri.EscapeDataString("1")}")
{
    Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
};
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
response.EnsureSuccessStatusCode();
await using Stream json = await response.Content.ReadAsStreamAsync();
Thing? thing = await JsonSerializer.DeserializeAsync(json, OneContext.Default.Thing);
Console.WriteLine(thing!.Name);

internal sealed class Thing
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public int? Count { get; set; }

    public DateTimeOffset? Changed { get; set; }

    public string? State { get; set; }

    public Thing? Previous { get; set; }

    public List<Row>? Rows { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class Row
{
    public string? Key { get; set; }

    public double? Value { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Thing))]
internal sealed partial class OneContext : JsonSerializerContext;
