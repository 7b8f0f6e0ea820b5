using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Emulator.Authentication;

namespace PowerConnectors.Emulator.Tests;

public sealed class TokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("https://apihub.azure.com")]
    [InlineData("https://apihub.azure.com/")]
    public async Task The_gateways_audience_is_accepted_with_and_without_slash(string audience)
    {
        await using var client = await StartAsync(EmulatorTokens.Create(audience, Now.AddSeconds(1)));

        Assert.Equal(200, (await client.GetAsync("environments")).Status);
    }

    [Theory]
    [InlineData("https://service.flow.microsoft.com/")]
    [InlineData("https://apihub.azure.com.evil.example")]
    public async Task Another_audience_is_refused(string audience) =>
        await ShouldRefuseAsync(EmulatorTokens.Create(audience, Now.AddHours(1)));

    [Fact]
    public async Task An_expired_token_is_refused() => await ShouldRefuseAsync(EmulatorTokens.Create(EmulatorTokens.Audience, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("e30.W10.e30")]
    public async Task A_missing_or_malformed_token_is_refused(string? token) => await ShouldRefuseAsync(token);

    [Fact]
    public async Task Another_connection_fails_in_the_token_exchange()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.GetAsync(new Uri($"{client.Emulator.Endpoint}/another/environments").AbsoluteUri);

        Assert.Equal(403, answer.Status);
        Assert.Equal(403, answer.Json["status"]!.GetValue<int>());
        Assert.NotNull(answer.Json["source"]);
        Assert.StartsWith("Error from token exchange:", answer.Json["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task ShouldRefuseAsync(string? token)
    {
        await using var client = await StartAsync(token);

        var answer = await client.GetAsync("environments");

        answer.ShouldFail(401, "AuthenticationFailed");
        Assert.StartsWith("Bearer ", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.True(answer.Headers.ContainsKey("x-ms-request-id"));
    }

    private static async Task<EmulatorClient> StartAsync(string? token)
    {
        var client = await EmulatorClient.StartAsync(new EmulatorOptions { TimeProvider = new FakeTimeProvider(Now) });
        client.Authorize(token);
        return client;
    }
}
