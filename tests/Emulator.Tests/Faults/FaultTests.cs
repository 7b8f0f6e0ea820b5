using System.Net.Sockets;
using System.Text;
using PowerConnectors.Emulator.Authentication;
using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Requests;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests.Faults;

/// <summary>What each fault looks like to a bare HTTP client, and what the emulator says of the request.</summary>
public sealed class FaultTests
{
    private static readonly int FlowCount = new EmulatorOptions().FlowCount;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConnectionEnd.Reset, false)]
    [InlineData(ConnectionEnd.Reset, true)]
    [InlineData(ConnectionEnd.Close, false)]
    [InlineData(ConnectionEnd.Close, true)]
    public async Task A_dropped_connection_answers_nothing(ConnectionEnd how, bool carriedOut)
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Emulator.FailNext("CreateFlow", new DropFault { How = how, CarriedOut = carriedOut });

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(EmulatorClient.Flows, FlowBodies.New()));

        AssertEnd(how, failure);
        AssertRecorded(client, "drop", status: null, carriedOut);
    }

    [Theory]
    [InlineData(ConnectionEnd.Reset, BodyFraming.Length)]
    [InlineData(ConnectionEnd.Reset, BodyFraming.Chunked)]
    [InlineData(ConnectionEnd.Close, BodyFraming.Length)]
    [InlineData(ConnectionEnd.Close, BodyFraming.Chunked)]
    public async Task A_cut_answer_breaks_off_in_the_middle_of_its_body(ConnectionEnd how, BodyFraming framing)
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Emulator.FailNext("CreateFlow", new CutFault { How = how, Framing = framing });

        using var request = new HttpRequestMessage(HttpMethod.Post, EmulatorClient.Flows)
        {
            Content = new StringContent(FlowBodies.New().ToJsonString(), null, "application/json"),
        };
        using var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var body = new MemoryStream();
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.CopyToAsync(body, Cancellation));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(framing == BodyFraming.Chunked, response.Headers.TransferEncodingChunked == true);
        Assert.True(response.Headers.Contains("x-ms-request-id"));
        Assert.Equal((byte)'{', body.GetBuffer()[0]);
        if (framing == BodyFraming.Length)
        {
            Assert.Equal(response.Content.Headers.ContentLength / 2, body.Length);
        }

        AssertEnd(how, failure);
        AssertRecorded(client, "cut", status: 200, carriedOut: true);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_cut_too()
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Emulator.FailNext("StartFlow", new CutFault());

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync($"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}/start"));

        Assert.True(Assert.Single(client.Emulator.Requests).CarriedOut);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_status_is_answered_whether_the_request_is_carried_out_or_not(bool carriedOut)
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Emulator.FailNext(
            "CreateFlow",
            new StatusFault
            {
                Status = 502,
                ContentType = "text/html",
                Body = "<html>Bad Gateway</html>",
                CarriedOut = carriedOut,
            }
        );

        var answer = await client.PostAsync(EmulatorClient.Flows, FlowBodies.New());

        Assert.Equal((502, "text/html", "<html>Bad Gateway</html>"), (answer.Status, answer.Headers["Content-Type"], answer.Body));
        AssertRecorded(client, "status", status: 502, carriedOut);
    }

    [Fact]
    public async Task What_the_service_refuses_is_not_answered_as_carried_out()
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Emulator.FailNext("ListUserEnvironments", new ExpireTokenFault());
        client.Emulator.FailNext("CreateFlow", new StatusFault { Status = 200, CarriedOut = true });
        await client.GetAsync("environments");

        var answer = await client.PostAsync(EmulatorClient.Flows, FlowBodies.New());

        answer.ShouldFail(401, "AuthenticationFailed");
        Assert.Equal((false, 401), (client.Emulator.Requests[^1].CarriedOut, client.Emulator.Requests[^1].Status));
    }

    [Fact]
    public async Task A_fault_of_an_unknown_operation_is_refused()
    {
        await using var client = await EmulatorClient.StartAsync();

        var failure = Assert.Throws<ArgumentException>(() => client.Emulator.FailNext("CreateFlows", new DropFault()));

        Assert.Contains("the connector has no operation 'CreateFlows'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false, "3", "Rate limit is exceeded. Try again in 3 seconds.")]
    [InlineData(3, true, null, "Rate limit is exceeded. Try again in 3 seconds.")]
    [InlineData(null, false, null, "Rate limit is exceeded.")]
    public async Task Too_many_requests_has_the_services_text(int? retryAfter, bool omitRetryAfter, string? header, string text)
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Emulator.FailNext(
            "CreateFlow",
            new StatusFault
            {
                Status = 429,
                RetryAfter = retryAfter,
                OmitRetryAfter = omitRetryAfter,
            }
        );

        var answer = await client.PostAsync(EmulatorClient.Flows, FlowBodies.New());

        Assert.Equal((429, header), (answer.Status, answer.Headers.GetValueOrDefault("Retry-After")));
        Assert.Equal($$"""{"statusCode":429,"message":"{{text}}"}""", answer.Body);
        AssertRecorded(client, "status", status: 429, carriedOut: false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delayed_answer_comes_when_the_time_has_passed(bool carriedOut)
    {
        SignallingTime time = new();
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { TimeProvider = time });
        client.Emulator.FailNext("CreateFlow", new DelayFault { Milliseconds = 60_000, CarriedOut = carriedOut });

        var answer = client.PostAsync(EmulatorClient.Flows, FlowBodies.New());
        await time.WaitBegunAsync();
        Assert.Equal(FlowCount + (carriedOut ? 1 : 0), FlowNames(client).Count);
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(200, (await answer).Status);
        AssertRecorded(client, "delay", status: 200, carriedOut: true);
    }

    [Fact]
    public async Task A_request_whose_caller_has_gone_by_the_end_of_the_delay_is_not_carried_out()
    {
        SignallingTime time = new();
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { TimeProvider = time });
        client.Emulator.FailNext("CreateFlow", new DelayFault { Milliseconds = 60_000 });

        var answer = client.PostAsync(EmulatorClient.Flows, FlowBodies.New());
        await time.WaitBegunAsync();
        client.Http.CancelPendingRequests();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await time.WaitEndedAsync();
        time.Advance(TimeSpan.FromMinutes(1));

        AssertRecorded(client, "delay", status: null, carriedOut: false);
    }

    [Fact]
    public async Task A_dripping_answer_arrives_whole_a_piece_after_each_pause()
    {
        SignallingTime time = new();
        await using var client = await EmulatorClient.StartAsync(new EmulatorOptions { TimeProvider = time });
        var whole = Encoding.UTF8.GetBytes((await client.GetAsync("environments")).Body);
        client.Emulator.FailNext("ListUserEnvironments", new DripFault { Pieces = 2, Milliseconds = 60_000 });

        using var response = await client.Http.GetAsync("environments", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        var bytes = new byte[whole.Length];
        var middle = (whole.Length + 1) / 2;
        foreach (var half in new[] { bytes.AsMemory(..middle), bytes.AsMemory(middle..) })
        {
            var arrived = body.ReadExactlyAsync(half, Cancellation).AsTask();
            await time.WaitBegunAsync();
            Assert.False(arrived.IsCompleted);
            time.Advance(TimeSpan.FromMinutes(1));
            await arrived;
        }

        Assert.Equal(whole, bytes);
        Assert.Equal(0, await body.ReadAsync(bytes, Cancellation));
    }

    [Fact]
    public async Task An_expired_token_is_refused_until_there_is_another()
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Emulator.FailNext("CreateFlow", new ExpireTokenFault());

        var first = await client.PostAsync(EmulatorClient.Flows, FlowBodies.New());
        var second = await client.GetAsync("environments");
        client.Authorize(EmulatorTokens.Create(EmulatorTokens.Audience, DateTimeOffset.MaxValue.AddSeconds(-1)));
        var third = await client.GetAsync("environments");

        first.ShouldFail(401, "AuthenticationFailed");
        second.ShouldFail(401, "AuthenticationFailed");
        Assert.StartsWith("Bearer ", second.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Equal(200, third.Status);
        Assert.Equal([false, false, true], client.Emulator.Requests.Select(request => request.CarriedOut));
    }

    private static void AssertEnd(ConnectionEnd how, Exception failure)
    {
        if (how == ConnectionEnd.Reset)
        {
            Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.GetBaseException()).SocketErrorCode);
        }
        else
        {
            Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(failure.GetBaseException()).HttpRequestError);
        }
    }

    private static void AssertRecorded(EmulatorClient client, string fault, int? status, bool carriedOut)
    {
        RecordedRequest request = Assert.Single(client.Emulator.Requests);
        Assert.Equal((fault, status, carriedOut), (request.Fault, request.Status, request.CarriedOut));
        Assert.Equal(FlowCount + (carriedOut ? 1 : 0), FlowNames(client).Count);
    }

    private static IReadOnlyList<string> FlowNames(EmulatorClient client) =>
        client.Emulator.State.FlowNames(EmulatorSeed.DefaultEnvironment);
}
