using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class LimitTests
{
    private const string HttpFlow = $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Calls_beyond_a_limit_are_turned_away_until_its_window_ends()
    {
        await using var client = await StartAsync([new EmulatorLimit(2, TimeSpan.FromSeconds(60))]);
        _time.Advance(TimeSpan.FromSeconds(50.5));
        Assert.Equal(200, (await client.GetAsync("environments")).Status);
        Assert.Equal(200, (await client.GetAsync("environments")).Status);

        var refused = await client.GetAsync("environments");
        _time.Advance(TimeSpan.FromSeconds(9.5));
        var again = await client.GetAsync("environments");

        Assert.Equal((429, "10"), (refused.Status, refused.Headers["Retry-After"]));
        Assert.Equal("""{"statusCode":429,"message":"Rate limit is exceeded. Try again in 10 seconds."}""", refused.Body);
        Assert.True(refused.Headers.ContainsKey("x-ms-request-id"));
        Assert.Equal(200, again.Status);
        Assert.Equal((4, 1), (client.Emulator.Requests.Count, client.Emulator.TurnedAway));
    }

    [Fact]
    public async Task The_services_limits_count_reads_and_writes_apart()
    {
        await using var client = await StartAsync(EmulatorOptions.ServiceLimits);
        for (var minute = 0; minute < 3; minute++)
        {
            for (var i = 0; i < 100; i++)
            {
                Assert.Equal(200, (await client.PostAsync($"{HttpFlow}/start")).Status);
            }

            Assert.Equal("60", (await client.GetAsync("environments")).Headers["Retry-After"]);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        var write = await client.PostAsync($"{HttpFlow}/stop");
        var read = await client.GetAsync("environments");

        Assert.Equal((429, "3420"), (write.Status, write.Headers["Retry-After"]));
        Assert.Equal(200, read.Status);
        Assert.Equal(
            "Started",
            client.Emulator.State.FlowProperties(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow)!["state"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task The_wait_can_stand_in_the_text_alone()
    {
        await using var client = await StartAsync([new EmulatorLimit(1, TimeSpan.FromSeconds(2))], omitRetryAfter: true);
        await client.GetAsync("environments");

        var refused = await client.GetAsync("environments");

        Assert.Equal(429, refused.Status);
        Assert.False(refused.Headers.ContainsKey("Retry-After"));
        Assert.Contains("Try again in 2 seconds.", refused.Body, StringComparison.Ordinal);
    }

    private Task<EmulatorClient> StartAsync(IReadOnlyList<EmulatorLimit> limits, bool omitRetryAfter = false) =>
        EmulatorClient.StartAsync(
            new EmulatorOptions
            {
                TimeProvider = _time,
                Limits = limits,
                OmitRetryAfter = omitRetryAfter,
            }
        );
}
