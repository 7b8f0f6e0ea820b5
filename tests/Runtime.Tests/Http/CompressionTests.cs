using System.IO.Compression;
using System.Net;
using System.Text;
using Azure;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

public sealed class CompressionTests
{
    private static readonly byte[] s_order = Encoding.UTF8.GetBytes($$"""{"name":"{{string.Join(' ', Enumerable.Range(0, 40))}}"}""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Cuts => [.. Enumerable.Range(1, Gzip(s_order).Length - 1)];

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("x-gzip")]
    public async Task Gzip_is_asked_for_and_decoded(string coding)
    {
        await using TestServer server = await StartAsync(Gzip(s_order), coding);
        using OrdersClient client = server.CreateClient();

        Response<Order> answer = await client.GetOrderAsync("7", Token);

        Assert.Equal("gzip", server.Request.Headers["Accept-Encoding"]);
        Assert.EndsWith("38 39", answer.Value.Name, StringComparison.Ordinal);
        Assert.False(answer.GetRawResponse().Headers.Contains("Content-Encoding"));
        Assert.False(answer.GetRawResponse().Headers.Contains("Content-Length"));
    }

    [Fact]
    public async Task What_callers_see_is_decoded_in_errors_too()
    {
        await using TestServer server = await StartAsync(Gzip("""{"message":"no"}"""u8), "gzip", status: 400);
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal(("no", """{"message":"no"}"""), (exception.ServiceMessage, exception.ResponseBody));
    }

    [Theory]
    [InlineData(DecompressionMethods.None)]
    [InlineData(DecompressionMethods.GZip)]
    [InlineData(DecompressionMethods.All)]
    public async Task A_given_client_may_decompress_or_not(DecompressionMethods methods)
    {
        await using TestServer server = await StartAsync(Gzip(s_order), "gzip");
        using HttpClient http = new(new SocketsHttpHandler { AutomaticDecompression = methods });
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { HttpClient = http });

        Assert.EndsWith("38 39", (await client.GetOrderAsync("7", Token)).Value.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("identity")]
    public async Task Plain_answers_stay_plain(string coding)
    {
        await using TestServer server = await StartAsync(s_order, coding);
        using OrdersClient client = server.CreateClient();

        Assert.EndsWith("38 39", (await client.GetOrderAsync("7", Token)).Value.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Several_members_are_one_answer_however_they_arrive(int piece)
    {
        byte[] members = [.. Gzip(s_order.AsSpan(0, 30)), .. Gzip([]), .. Gzip(s_order.AsSpan(30))];
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            foreach (byte[] chunk in members.Chunk(piece))
            {
                await context.Response.Body.WriteAsync(chunk, Token);
                await context.Response.Body.FlushAsync(Token);
            }
        });
        using OrdersClient client = server.CreateClient();

        Assert.EndsWith("38 39", (await client.GetOrderAsync("7", Token)).Value.Name, StringComparison.Ordinal);
    }

    // The framework's decoder takes each of these for whole, with less in it.
    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Gzip_that_breaks_off_is_an_error_wherever_it_does(int length)
    {
        byte[] whole = Gzip(s_order);
        await AssertIncompleteAsync(whole[..length]);
        await AssertIncompleteAsync([.. whole, .. whole[..length]]);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(1, 1)]
    [InlineData(40, 255)]
    public async Task Gzip_that_was_damaged_is_an_error(int fromEnd, byte flip)
    {
        byte[] damaged = Gzip(s_order);
        damaged[^fromEnd] ^= flip;
        await AssertIncompleteAsync(damaged);
    }

    [Fact]
    public async Task Something_behind_the_end_is_an_error() => await AssertIncompleteAsync([.. Gzip(s_order), 1, 2, 3]);

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task An_answer_without_content_needs_no_gzip(int status)
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.ContentEncoding = "gzip";
            return Task.CompletedTask;
        });
        using OrdersClient client = server.CreateClient();

        Assert.Empty((await client.CancelOrderAsync("7", Token)).Content.ToArray());
    }

    // Without a server, as there are many.
    private static async Task AssertIncompleteAsync(byte[] content)
    {
        using ScriptedHandler network = new(_ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(content) };
            response.Content.Headers.ContentEncoding.Add("gzip");
            return response;
        });
        using OrdersClient client = network.CreateClient(new ConnectorClientOptions { MaxRetries = 0 });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            client.CancelOrderAsync("7", Token)
        );

        Assert.Equal("IncompleteAnswer", exception.ErrorCode);
        Assert.True(exception.MayHaveBeenCarriedOut);
    }

    private static Task<TestServer> StartAsync(byte[] content, string coding, int status = 200) =>
        TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentLength = content.Length;
            if (coding.Length > 0)
            {
                context.Response.Headers.ContentEncoding = coding;
            }

            await context.Response.Body.WriteAsync(content, Token);
        });

    private static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Optimal))
        {
            // A writer of nothing writes no header either.
            gzip.Write(content);
            gzip.Flush();
        }

        return compressed.ToArray();
    }
}
