using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Microsoft.AspNetCore.Http;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

public sealed class AnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_comes_with_its_response_whose_content_is_not_kept()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.Append("x-ms-request-id", "r1");
            context.Response.Headers.Append("Warning", new(["one", "two"]));
            return TestServer.AnswerAsync(context, """{"id":"7","name":"pears","plan":1}""", status: 201);
        });
        using OrdersClient client = server.CreateClient();

        Response<Order> answer = await client.GetOrderAsync("7", Token);

        Response response = answer.GetRawResponse();
        Assert.Equal("pears", answer.Value.Name);
        Assert.Equal(1, answer.Value.Json["plan"].GetInt32());
        Assert.Equal((201, "Created", false), (response.Status, response.ReasonPhrase, response.IsError));
        Assert.Empty(response.Content.ToArray());
        Assert.Equal("r1", response.Headers.RequestId);
        Assert.Equal("application/json", response.Headers.ContentType);
        Assert.True(response.Headers.TryGetValues("warning", out IEnumerable<string>? warnings));
        Assert.Equal(["one", "two"], warnings);
        Assert.True(response.Headers.Contains("Content-Type"));
        Assert.False(response.Headers.TryGetValue("X-None", out _));
        Assert.Contains(new HttpHeader("x-ms-request-id", "r1"), response.Headers);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task Every_2xx_is_success_and_a_response_without_a_value_keeps_its_content(int status)
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return status == 204 ? Task.CompletedTask : context.Response.WriteAsync("done", Token);
        });
        using OrdersClient client = server.CreateClient();

        Response response = await client.CancelOrderAsync("7", Token);

        Assert.Equal(status, response.Status);
        Assert.Equal(status == 204 ? "" : "done", response.Content.ToString());
    }

    [Fact]
    public async Task A_large_compressed_answer_is_read_whole_and_a_byte_order_mark_is_no_obstacle()
    {
        string name = new('x', 3_000_000);
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using GZipStream gzip = new(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes($"\uFEFF{{\"name\":\"{name}\"}}"), Token);
        });
        using OrdersClient client = server.CreateClient();

        Order order = await client.GetOrderAsync("7", Token);

        Assert.Equal(name, order.Name);
    }

    [Theory]
    [InlineData("", "application/json", "the answer is empty")]
    [InlineData("<html>Sign in</html>", "text/html", "text/html")]
    [InlineData("""{"name":"pe""", "application/json", "$.name")]
    [InlineData("""{"name":5}""", "application/json", "$.name")]
    [InlineData("""{"name":"a"} x""", "application/json", "$")]
    [InlineData("null", "application/json", "expected an object, found null")]
    public async Task An_answer_that_cannot_be_read_is_explained(string body, string contentType, string expected)
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.Append("x-ms-request-id", "r1");
            return TestServer.AnswerAsync(context, body, 200, contentType);
        });
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal(
            (200, "UnreadableAnswer", "GetOrder", "r1"),
            (exception.Status, exception.ErrorCode, exception.OperationName, exception.RequestId)
        );
        Assert.StartsWith("GetOrder failed: 200 OK, UnreadableAnswer: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Contains("request id r1", exception.Message, StringComparison.Ordinal);
        Assert.Equal(body.Length > 0, exception.InnerException is JsonException);
        Assert.Equal(body.Length > 0 ? body : null, exception.ResponseBody);
    }

    [Fact]
    public async Task Strict_reading_demands_what_the_document_requires()
    {
        await using TestServer server = await TestServer.StartAsync("""{"id":"7"}""");
        using OrdersClient lenient = server.CreateClient();
        using OrdersClient strict = server.CreateClient(new ConnectorClientOptions { StrictReading = true });

        Order order = await lenient.GetOrderAsync("7", Token);
        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => strict.GetOrderAsync("7", Token));

        Assert.Null(order.Name);
        Assert.Contains("required member 'name'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_lost_within_the_answer_is_an_error(bool withLength)
    {
        HeadersSignal headers = new();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers.Append("x-ms-request-id", "r1");
            context.Response.ContentLength = withLength ? 500 : null;
            await context.Response.WriteAsync("""{"name":"pears"}""", Token);
            await context.Response.Body.FlushAsync(Token);
            await headers.Arrived;
            context.Abort();
        });
        using HttpClient http = new(headers);
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { HttpClient = http, MaxRetries = 0 });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal((200, "IncompleteAnswer", "r1"), (exception.Status, exception.ErrorCode, exception.RequestId));
        Assert.Contains($"127.0.0.1:{server.Endpoint.Port}", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.InnerException);
    }

    [Theory]
    [InlineData("gzip", "IncompleteAnswer", "it is no valid gzip")]
    [InlineData("X-GZip", "IncompleteAnswer", "it is no valid gzip")]
    [InlineData("br", "UnreadableAnswer", "is encoded as 'br', which was not asked for")]
    [InlineData("deflate", "UnreadableAnswer", "is encoded as 'deflate'")]
    [InlineData("gzip, br", "UnreadableAnswer", "is encoded as 'gzip, br'")]
    public async Task An_answer_that_cannot_be_decompressed_is_an_error(string encoding, string code, string expected)
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return TestServer.AnswerAsync(context, "this is neither gzip nor brotli");
        });
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { MaxRetries = 0 });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal((200, code), (exception.Status, exception.ErrorCode));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_lost_within_an_error_leaves_the_error()
    {
        HeadersSignal headers = new();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 503;
            context.Response.ContentLength = 500;
            await context.Response.WriteAsync("Busy", Token);
            await context.Response.Body.FlushAsync(Token);
            await headers.Arrived;
            context.Abort();
        });
        using HttpClient http = new(headers);
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { HttpClient = http, MaxRetries = 0 });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal(503, exception.Status);
    }

    [Fact]
    public async Task A_redirect_is_an_error_and_never_followed()
    {
        await using TestServer other = await TestServer.StartAsync("""{"name":"pears"}""");
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = other.Endpoint.AbsoluteUri;
            return Task.CompletedTask;
        });
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal(302, exception.Status);
        Assert.Contains("redirects", exception.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }
}
