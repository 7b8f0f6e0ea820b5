using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Errors;

public sealed class ErrorTests
{
    private const string Nested =
        """{"error":{"code":"AzureResourceManagerRequestFailed","message":"Request to Azure Resource Manager failed with error: '{\"error\":{\"code\":\"WorkflowRunNotFound\",\"message\":\"The run 'r' was not found.\"}}'."}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        404,
        """{"error":{"code":"FlowNotFound","message":"Could not find flow '1'."}}""",
        "FlowNotFound",
        "Could not find flow '1'."
    )]
    [InlineData(429, """{"statusCode":429,"message":"Rate limit is exceeded."}""", null, "Rate limit is exceeded.")]
    [InlineData(403, """{"status":403,"source":"s","message":"Error from token exchange: x"}""", null, "Error from token exchange: x")]
    [InlineData(400, Nested, "WorkflowRunNotFound", "The run 'r' was not found.")]
    [InlineData(400, """{"error":{"code":"A","message":"Bad value '{\"a\":1}'"}}""", "A", "Bad value '{\"a\":1}'")]
    [InlineData(400, """{"error":{"code":"A","message":"{\"error\":{\"message\":\"inner\"}}"}}""", "A", "inner")]
    [InlineData(400, """{"error":"invalid_grant","error_description":"expired"}""", "invalid_grant", "expired")]
    [InlineData(500, """{"Message":"An error has occurred."}""", null, "An error has occurred.")]
    [InlineData(500, """{"code":17,"message":null}""", "17", "it says no more; ResponseBody holds the answer")]
    [InlineData(502, "<html>Bad\ngateway</html>", null, "the answer is not an error in a known form; ResponseBody holds it")]
    [InlineData(500, "\"text\"", null, "the answer is not an error in a known form; ResponseBody holds it")]
    [InlineData(500, "\uFEFF{\"error\":{\"code\":\"A\",\"message\":\"m\"}}", "A", "m")]
    [InlineData(503, "", null, null)]
    public async Task Every_shape_of_error_is_understood(int status, string body, string? code, string? message)
    {
        ConnectorRequestException exception = await FailAsync(body, status);

        Assert.Equal((status, code, message), (exception.Status, exception.ErrorCode, exception.ServiceMessage));
        Assert.Equal(body.Length == 0 ? null : body, exception.ResponseBody);
        Assert.Equal(body, exception.GetRawResponse()!.Content.ToString());
        Assert.True(exception.GetRawResponse()!.IsError);
    }

    [Fact]
    public async Task The_message_is_one_line_with_what_one_needs()
    {
        ConnectorRequestException exception = await FailAsync(
            """{"error":{"code":"FlowNotFound","message":"Could not\r\n\tfind\u0000 flow.\u2028Sorry."}}""",
            404,
            ("x-ms-request-id", "r1"),
            ("x-ms-correlation-request-id", "c1"),
            ("Retry-After", "3")
        );

        Assert.Equal(
            "GetOrder failed: 404 Not Found, FlowNotFound: Could not find flow. Sorry. (request id r1, retry after 3 s)",
            exception.Message
        );
        Assert.Equal(("GetOrder", "r1", "c1"), (exception.OperationName, exception.RequestId, exception.CorrelationRequestId));
        Assert.StartsWith(
            "PowerConnectors.ConnectorRequestException: GetOrder failed: 404 Not Found",
            exception.ToString(),
            StringComparison.Ordinal
        );
        Assert.IsType<RequestFailedException>(exception, exactMatch: false);
    }

    [Fact]
    public async Task Without_an_id_of_the_service_ours_is_named()
    {
        ConnectorRequestException exception = await FailAsync("", 503);

        Assert.Equal(
            $"GetOrder failed: 503 Service Unavailable (client request id {exception.GetRawResponse()!.ClientRequestId})",
            exception.Message
        );
    }

    [Fact]
    public async Task Message_and_body_are_bounded()
    {
        ConnectorRequestException exception = await FailAsync($$"""{"message":"{{new string('x', 60_000)}}"}""", 500);

        Assert.InRange(exception.Message.Length, 1000, 1200);
        Assert.Equal(60_000, exception.ServiceMessage!.Length);
    }

    [Theory]
    [InlineData("""{"error":{"code":"Big","message":"m","stack":"LONG"}}""", "Big", "m")]
    [InlineData("""{"error":{"code":"Big","message":"LONG"}}""", "Big", "it says no more; ResponseBody holds the answer")]
    [InlineData("""{"x":[{"a":[]},{"LONG":1}],"code":"Big"}""", null, "the answer is not an error in a known form; ResponseBody holds it")]
    [InlineData("LONG", null, "the answer is not an error in a known form; ResponseBody holds it")]
    public async Task A_large_error_is_cut_and_what_stands_at_its_front_counts(string body, string? code, string message)
    {
        body = body.Replace("LONG", new string('x', 200_000), StringComparison.Ordinal);

        ConnectorRequestException exception = await FailAsync(body, 500);

        Assert.Equal((code, message), (exception.ErrorCode, exception.ServiceMessage));
        Assert.Equal(64 * 1024, exception.ResponseBody!.Length);
        Assert.Equal(64 * 1024, exception.GetRawResponse()!.Content.ToMemory().Length);
    }

    [Theory]
    [InlineData("see https://h/x?sv=1&sig=S3CRET%2Bx&se=2", "see https://h/x?sv=1&sig=REDACTED&se=2")]
    [InlineData("url%3Fsig%3DS3CRET'", "url%3Fsig%3DREDACTED'")]
    [InlineData("got {\"access_token\": \"S3CRET\", \"x\": 1}", "got {\"access_token\": \"REDACTED\", \"x\": 1}")]
    [InlineData("got {\\\"refresh_token\\\":\\\"S3CRET\\\"}", "got {\\\"refresh_token\\\":\\\"REDACTED\\\"}")]
    [InlineData("client_secret=S3CRET;x", "client_secret=REDACTED;x")]
    [InlineData("header 'Authorization: Bearer abcdefghijklmnopqrstuvwxyz.S3CRET'", "header 'Authorization: Bearer REDACTED'")]
    [InlineData("token eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.S3CRET bad", "token REDACTED bad")]
    [InlineData("Bearer token is missing; design=1, sig is absent", "Bearer token is missing; design=1, sig is absent")]
    public async Task Secrets_are_taken_out_of_what_people_see(string said, string shown)
    {
        string body =
            $$"""{"message":{{System.Text.Json.JsonSerializer.Serialize(said, System.Text.Json.JsonSerializerOptions.Default)}}}""";

        ConnectorRequestException exception = await FailAsync(body, 400);

        Assert.Equal(shown, exception.ServiceMessage);
        Assert.Contains(shown, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("S3CRET", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token-1", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", "", 120.0)]
    [InlineData("Tue, 01 Jan 2019 00:00:00 GMT", "", 0.0)]
    [InlineData("soon", "", null)]
    [InlineData("-1", "", null)]
    [InlineData(null, "Rate limit is exceeded. Try again in 2 seconds.", 2.0)]
    [InlineData("7", "Rate limit is exceeded. Try again in 2 seconds.", 7.0)]
    [InlineData(null, "Try again in 99999999999 seconds.", 2147483647.0)]
    [InlineData(null, "Try again in a while.", null)]
    [InlineData(null, "Try again in 2", null)]
    public async Task The_wait_is_read_from_the_header_or_else_from_the_text(string? header, string message, double? seconds)
    {
        (string, string)[] headers = header is null ? [] : [("Retry-After", header)];

        ConnectorRequestException exception = await FailAsync($$"""{"statusCode":429,"message":"{{message}}"}""", 429, headers);

        Assert.Equal(seconds, exception.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData(
        "NoSuchOrder",
        "It is gone.",
        "GetOrder failed: 404 Not Found, NoSuchOrder: It is gone. Check the order's id. (request id r1)"
    )]
    [InlineData(
        "nosuchorder",
        "It is gone",
        "GetOrder failed: 404 Not Found, nosuchorder: It is gone. Check the order's id. (request id r1)"
    )]
    [InlineData("OrderLocked", "Locked!", "GetOrder failed: 404 Not Found, OrderLocked: Locked! Unlock it first (request id r1)")]
    [InlineData("Other", "It is gone.", "GetOrder failed: 404 Not Found, Other: It is gone. (request id r1)")]
    public async Task A_hint_of_the_connector_joins_the_message(string code, string message, string expected)
    {
        ConnectorRequestException exception = await FailAsync(
            $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""",
            404,
            ("x-ms-request-id", "r1")
        );

        Assert.Equal(expected, exception.Message);
        Assert.Equal(code == "Other", exception.Hint is null);
    }

    [Fact]
    public async Task Secret_parameters_and_members_are_in_no_message()
    {
        await using TestServer server = await TestServer.StartAsync(
            """{"error":{"code":"Bad-S3CRET-1","message":"No share /unlock/S3CRET-1?pin=S3CRET 2 (S3CRET%202), and {\"shareKey\": \"S3CRET of another\"}."}}""",
            400
        );
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            client.UnlockOrderAsync("S3CRET-1", "S3CRET 2", Token)
        );

        Assert.Equal("/apim/orders/conn/unlock/S3CRET-1?pin=S3CRET%202", server.Request.Target);
        Assert.DoesNotContain("S3CRET", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("Bad-REDACTED", exception.ErrorCode);
        Assert.Equal("No share /unlock/REDACTED?pin=REDACTED (REDACTED), and {\"shareKey\": \"REDACTED\"}.", exception.ServiceMessage);
        Assert.Contains("S3CRET", exception.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_can_be_made_for_tests()
    {
        ConnectorRequestException exception = new("GetOrder", 404, "NotFound", "no\nsuch order?sig=S3CRET");

        Assert.Equal("GetOrder failed: 404, NotFound: no such order?sig=REDACTED", exception.Message);
        Assert.Equal("NotFound", exception.ErrorCode);
        Assert.Null(exception.GetRawResponse());
    }

    private static async Task<ConnectorRequestException> FailAsync(string body, int status, params (string Name, string Value)[] headers)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            foreach ((string name, string value) in headers)
            {
                context.Response.Headers.Append(name, value);
            }

            return TestServer.AnswerAsync(context, body, status);
        });
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { TimeProvider = time, MaxRetries = 0 });
        return await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));
    }
}
