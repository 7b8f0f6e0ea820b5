using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Errors;

/// <summary>What the service refuses, in all the forms in which it does.</summary>
public class RefusalTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    [Fact]
    public async Task An_unknown_flow_is_404_with_code_operation_and_request_ids()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.GetFlowAsync(Environment, "nothing", EmulatedService.Cancellation)
        );

        Assert.Equal(404, exception.Status);
        Assert.Equal("FlowNotFound", exception.ErrorCode);
        Assert.Equal("GetFlow", exception.OperationName);
        Assert.Equal("Could not find flow 'nothing'.", exception.ServiceMessage);
        Response response = exception.GetRawResponse()!;
        Assert.True(response.Headers.TryGetValue("x-ms-request-id", out string? requestId));
        Assert.Equal(requestId, exception.RequestId);
        Assert.NotNull(exception.CorrelationRequestId);
        Assert.Contains("GetFlow", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FlowNotFound", exception.Message, StringComparison.Ordinal);
        Assert.Contains(exception.RequestId!, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("Check that the flow exists in this environment", exception.Hint, StringComparison.Ordinal);
        Assert.Contains(exception.Hint!, exception.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<RequestFailedException>(exception);
    }

    [Fact]
    public async Task An_environment_without_access_is_403()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(async () =>
            await service.Client.ListMyFlowsAsync("elsewhere", EmulatedService.Cancellation).ToListAsync(EmulatedService.Cancellation)
        );

        Assert.Equal(403, exception.Status);
        Assert.Equal("EnvironmentAccessDenied", exception.ErrorCode);
        Assert.Equal("ListMyFlows", exception.OperationName);
    }

    [Fact]
    public async Task The_code_within_a_message_is_the_code()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.CancelFlowRunAsync(Environment, EmulatorSeed.HttpFlow, "0", EmulatedService.Cancellation)
        );

        Assert.Equal(404, exception.Status);
        Assert.Equal("WorkflowRunNotFound", exception.ErrorCode);
        Assert.Contains("run '0' could not be found", exception.ServiceMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_has_no_callback_address()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.ListCallbackUrlAsync(Environment, EmulatorSeed.ButtonFlow, EmulatedService.Cancellation)
        );

        Assert.Equal(400, exception.Status);
        Assert.Equal("ListCallbackUrlOperationBlocked", exception.ErrorCode);
    }

    [Fact]
    public async Task A_token_for_somebody_else_is_401()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(audience: "https://service.flow.microsoft.com/");

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.GetFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
        );

        Assert.Equal(401, exception.Status);
        Assert.Equal("AuthenticationFailed", exception.ErrorCode);
    }

    [Fact]
    public async Task Another_connection_is_refused()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        using PowerAutomateManagementClient client = service.CreateClient(options: null, connectionId: "not mine/");

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            client.GetFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
        );

        Assert.InRange(exception.Status, 400, 499);
        Assert.Contains("/not%20mine%2F/", Assert.Single(service.Emulator.Requests).Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, "text/html", "<html><body>Bad gateway</body></html>")]
    [InlineData(500, null, null)]
    [InlineData(403, "application/json", """{"status":403,"source":"x","message":"Error from token exchange: no"}""")]
    public async Task A_failure_in_any_form_is_one_exception(int status, string? contentType, string? body)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        // Enough for a client that tries again.
        for (int i = 0; i < 10; i++)
        {
            service.Emulator.FailNext("CreateFlow", status, contentType, body);
        }

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.CreateFlowAsync(Environment, Bodies.Flow(), EmulatedService.Cancellation)
        );

        Assert.Equal(status, exception.Status);
        Assert.Equal("CreateFlow", exception.OperationName);
        Assert.Equal(body, exception.ResponseBody);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"properties":""")]
    [InlineData("""{"properties":{"displayName":7}}""")]
    public async Task A_successful_answer_that_cannot_be_read_says_so(string body)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.FailNext("GetFlow", 200, "application/json", body);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.GetFlowAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
        );

        Assert.Equal(200, exception.Status);
        Assert.Equal("UnreadableAnswer", exception.ErrorCode);
    }
}
