// What one would write without us for what OneOperation does, and no more: the size to compare with.
using System.Net.Http.Headers;
using System.Text.Json;

using HttpClient http = new();
using HttpRequestMessage request = new(HttpMethod.Get, $"{args[0]}/{args[1]}/environments/{args[3]}/flows/{args[4]}");
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", args[2]);
using HttpResponseMessage response = await http.SendAsync(request);
response.EnsureSuccessStatusCode();
Console.WriteLine(Title(await response.Content.ReadAsByteArrayAsync()));

static string? Title(byte[] json)
{
    Utf8JsonReader reader = new(json);
    while (reader.Read())
    {
        if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2 && reader.ValueTextEquals("displayName"u8))
        {
            reader.Read();
            return reader.GetString();
        }
    }

    return null;
}
