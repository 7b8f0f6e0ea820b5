using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

public sealed class AnswerSizeTests
{
    private const int Limit = 200_000;

    // What the network and the decoder read ahead.
    private const int ReadAhead = 128 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Limit, null)]
    [InlineData(Limit + 1, "AnswerTooLarge")]
    public async Task The_limit_is_exact(int size, string? code)
    {
        foreach (bool gzip in (bool[])[false, true])
        {
            foreach (bool withLength in (bool[])[false, true])
            {
                await using TestServer server = await TestServer.StartAsync(context => SendAsync(context, size, gzip, withLength));
                using OrdersClient client = server.CreateClient(new ConnectorClientOptions { MaxResponseSize = Limit });

                Exception? exception = await Record.ExceptionAsync(() => client.CancelOrderAsync("7", Token));

                Assert.Equal(code, (exception as ConnectorRequestException)?.ErrorCode);
                Assert.Equal(code is null, exception is null);
            }
        }
    }

    [Fact]
    public async Task An_answer_that_announces_too_much_is_not_read_at_all()
    {
        using CountingHandler counted = new();
        await using TestServer server = await TestServer.StartAsync(static context =>
            SendAsync(context, 10_000_000, gzip: false, withLength: true)
        );

        await AssertTooLargeAsync(server, counted);

        Assert.Equal(0, counted.BytesRead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task What_an_answer_to_HEAD_says_of_a_body_is_not_its_own(string coding)
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.ContentLength = 500_000_000;
            context.Response.Headers.ContentEncoding = coding;
            return Task.CompletedTask;
        });
        using OrdersClient client = server.CreateClient();

        Azure.Response response = await client.HeadOrderAsync("7", Token);

        Assert.Equal("500000000", response.Headers.TryGetValue("Content-Length", out string? length) ? length : null);
    }

    [Fact]
    public async Task Nor_is_that_of_an_answer_without_content()
    {
        using ScriptedHandler network = new(_ =>
        {
            HttpResponseMessage answer = ScriptedHandler.Answer(204, "");
            answer.Content.Headers.ContentLength = 500_000_000;
            return answer;
        });
        using OrdersClient client = network.CreateClient(new ConnectorClientOptions());

        Assert.Equal(204, (await client.CancelOrderAsync("7", Token)).Status);
    }

    [Fact]
    public async Task An_answer_without_end_is_read_up_to_the_limit_and_its_connection_dropped()
    {
        TaskCompletionSource dropped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CountingHandler counted = new();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(dropped.SetResult);
            byte[] piece = new byte[10_000];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        });

        await AssertTooLargeAsync(server, counted);

        await dropped.Task.WaitAsync(Token);
        Assert.Equal(Limit + 1, counted.BytesRead);
    }

    [Fact]
    public async Task The_rest_is_not_read_to_keep_the_connection()
    {
        List<string> connections = [];
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            connections.Add(context.Connection.Id);
            return SendAsync(context, Limit + 100_000, gzip: false, withLength: true);
        });
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { MaxResponseSize = Limit });

        await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));
        await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal(2, connections.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_bomb_is_counted_as_it_goes_off()
    {
        byte[] bomb = await BombAsync();
        using CountingHandler counted = new();
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(bomb, context.RequestAborted);
        });
        await AssertTooLargeAsync(server, counted);

        // Of the 1 MB that 1 GB became, what the first steps of decompressing take: 1 KB of it gives 1 MB.
        Assert.InRange(counted.BytesRead, 1, 64 * 1024);
    }

    [Fact]
    public async Task It_is_said_in_one_line_and_not_tried_again()
    {
        await using TestServer server = await TestServer.StartAsync(static context =>
            SendAsync(context, Limit * 2, gzip: false, withLength: true)
        );
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { MaxResponseSize = Limit });

        ConnectorRequestException read = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));
        ConnectorRequestException write = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.DeleteOrderAsync("7", Token));

        string host = $"127.0.0.1:{server.Endpoint.Port}";
        Assert.StartsWith(
            $"GetOrder failed: 200 OK, AnswerTooLarge: the answer of {host} is larger than 200000 bytes, which ConnectorClientOptions.MaxResponseSize allows (",
            read.Message,
            StringComparison.Ordinal
        );
        Assert.Equal((1, false), (read.Attempts, read.MayHaveBeenCarriedOut));
        Assert.Equal((1, true), (write.Attempts, write.MayHaveBeenCarriedOut));
        Assert.EndsWith("The service carried the call out all the same.", write.Message, StringComparison.Ordinal);
        Assert.Null(write.ResponseBody);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_an_error_no_more_is_read_than_is_kept(bool gzip)
    {
        using CountingHandler counted = new();
        await using TestServer server = await TestServer.StartAsync(context => SendAsync(context, 10_000_000, gzip, withLength: true, 400));
        using OrdersClient client = counted.CreateClient(server, 10);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Equal((400, 64 * 1024), (exception.Status, exception.GetRawResponse()!.Content.ToMemory().Length));
        Assert.InRange(counted.BytesRead, 1, (64 * 1024) + ReadAhead);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2_000_000_001)]
    public void A_limit_has_to_be_possible(int limit)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            new OrdersClient(
                new Uri("https://h.example"),
                "c",
                new FakeCredential(),
                new ConnectorClientOptions { MaxResponseSize = limit }
            )
        );

        Assert.Contains("MaxResponseSize must be between 1 and 2,000,000,000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_is_256_MB() => Assert.Equal(268_435_456, new ConnectorClientOptions().MaxResponseSize);

    private static async Task AssertTooLargeAsync(TestServer server, CountingHandler counted)
    {
        using OrdersClient client = counted.CreateClient(server, Limit);
        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            client.CancelOrderAsync("7", Token)
        );
        Assert.Equal("AnswerTooLarge", exception.ErrorCode);
    }

    // Bytes that do not compress, so that both kinds are of about the same length on the wire.
    private static async Task SendAsync(HttpContext context, int size, bool gzip, bool withLength, int status = 200)
    {
        byte[] content = new byte[size];
        new Random(1).NextBytes(content);
        if (gzip)
        {
            using MemoryStream compressed = new();
            await using (GZipStream writer = new(compressed, CompressionLevel.NoCompression))
            {
                await writer.WriteAsync(content, Token);
            }

            content = compressed.ToArray();
            context.Response.Headers.ContentEncoding = "gzip";
        }

        context.Response.StatusCode = status;
        context.Response.ContentLength = withLength ? content.Length : null;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static async Task<byte[]> BombAsync()
    {
        using MemoryStream compressed = new();
        await using (GZipStream writer = new(compressed, CompressionLevel.Fastest))
        {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 1024; i++)
            {
                await writer.WriteAsync(zeros, Token);
            }
        }

        return compressed.ToArray();
    }
}
