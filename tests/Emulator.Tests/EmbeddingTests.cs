using System.Globalization;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class EmbeddingTests
{
    [Fact]
    public async Task The_endpoint_is_a_loopback_address_with_the_connectors_path()
    {
        await using var client = await EmulatorClient.StartAsync();

        Assert.True(client.Emulator.Endpoint.IsLoopback);
        Assert.Equal("/apim/flowmanagement", client.Emulator.Endpoint.AbsolutePath);
        Assert.NotEqual(0, client.Emulator.Endpoint.Port);
    }

    [Fact]
    public async Task Two_emulators_do_not_share_state()
    {
        await using var one = await EmulatorClient.StartAsync();
        await using var other = await EmulatorClient.StartAsync();

        await one.DeleteAsync($"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}");

        Assert.Equal(200, (await other.GetAsync($"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}")).Status);
    }

    [Fact]
    public async Task Requests_are_recorded_as_they_arrived()
    {
        await using var client = await EmulatorClient.StartAsync();
        var body = FlowBodies.New("Ü");

        await client.GetAsync($"{EmulatorClient.AdminFlows}?$top=1&expandSuspensionInfo=true");
        await client.PostAsync(EmulatorClient.Flows, body);
        await client.GetAsync("nope%20nope");

        Assert.Equal(["ListFlowsInEnvironment", "CreateFlow", null], client.Emulator.Requests.Select(request => request.OperationId));
        Assert.EndsWith("/flows?$top=1&expandSuspensionInfo=true", client.Emulator.Requests[0].Target, StringComparison.Ordinal);
        Assert.Equal("POST", client.Emulator.Requests[1].Method);
        Assert.StartsWith("application/json", client.Emulator.Requests[1].Headers["content-type"], StringComparison.Ordinal);
        Assert.Equal(body.ToJsonString(), client.Emulator.Requests[1].Body);
        Assert.EndsWith("/nope%20nope", client.Emulator.Requests[2].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_answered_byte_for_byte_in_their_order_and_once()
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Authorize(null);
        client.Emulator.FailNext(
            "ListUserEnvironments",
            429,
            "application/json",
            """{"statusCode":429,"message":"Rate limit is exceeded. Try again in 2 seconds."}""",
            new Dictionary<string, string> { ["Retry-After"] = "2" }
        );
        client.Emulator.FailNext("ListUserEnvironments", 502, "text/html", "<html>Bad Gateway</html>");
        client.Emulator.FailNext("ListUserEnvironments", 503);

        var limited = await client.GetAsync("environments");
        var gateway = await client.GetAsync("environments");
        var unavailable = await client.GetAsync("environments");
        var real = await client.GetAsync("environments");

        Assert.Equal((429, "2"), (limited.Status, limited.Headers["Retry-After"]));
        Assert.Equal("""{"statusCode":429,"message":"Rate limit is exceeded. Try again in 2 seconds."}""", limited.Body);
        Assert.Equal((502, "text/html", "<html>Bad Gateway</html>"), (gateway.Status, gateway.Headers["Content-Type"], gateway.Body));
        unavailable.ShouldBeEmpty(503);
        real.ShouldFail(401, "AuthenticationFailed");
    }

    [Fact]
    public async Task Every_answer_has_request_ids_and_keeps_the_callers_correlation_id()
    {
        await using var client = await EmulatorClient.StartAsync();

        var one = await client.GetAsync("environments");
        client.Http.DefaultRequestHeaders.Add("x-ms-correlation-request-id", "mine");
        var other = await client.GetAsync("nope");

        Assert.NotEqual(one.Headers["x-ms-request-id"], other.Headers["x-ms-request-id"]);
        Assert.True(Guid.TryParse(one.Headers["x-ms-correlation-request-id"], out _));
        Assert.Equal("mine", other.Headers["x-ms-correlation-request-id"]);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Answers_do_not_depend_on_the_culture(string culture)
    {
        await using var invariant = await EmulatorClient.StartAsync();
        var expected = await WalkAsync(invariant);
        var before = CultureInfo.DefaultThreadCurrentCulture;
        var current = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(culture);
            await using var other = await EmulatorClient.StartAsync();
            Assert.Equal(expected, await WalkAsync(other));
        }
        finally
        {
            CultureInfo.CurrentCulture = current;
            CultureInfo.DefaultThreadCurrentCulture = before;
        }
    }

    private static async Task<IReadOnlyList<string>> WalkAsync(EmulatorClient client)
    {
        var pages = await client.PagesAsync($"{EmulatorClient.AdminFlows}?$top=200&includeSoftDeletedFlows=true");
        var bad = await client.GetAsync($"{EmulatorClient.AdminFlows}?$top=x");
        return [.. pages.Select(page => page.ToJsonString()), bad.Body];
    }
}
