using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Tests;

/// <summary>An answer, read to its end.</summary>
internal sealed record EmulatorAnswer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public JsonObject Properties => Json["properties"]!.AsObject();

    public string ErrorCode => Json["error"]!["code"]!.GetValue<string>();

    public string ErrorMessage => Json["error"]!["message"]!.GetValue<string>();

    public static async Task<EmulatorAnswer> ReadAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)
        );

    public void ShouldFail(int status, string code)
    {
        Assert.Equal(status, Status);
        Assert.Equal(code, ErrorCode);
    }

    public void ShouldBeEmpty(int status)
    {
        Assert.Equal(status, Status);
        Assert.Equal("", Body);
    }
}
