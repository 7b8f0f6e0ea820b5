using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

/// <summary>A caller's stream over HTTP/2, where the answer may come while the body is still being sent.</summary>
public sealed class StreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401)]
    [InlineData(503)]
    public async Task The_next_attempt_reads_the_stream_when_the_one_before_no_longer_does(int early)
    {
        int attempts = 0;
        string? arrived = null;
        await using WebApplication service = await StartAsync(async context =>
        {
            if (Interlocked.Increment(ref attempts) == 1)
            {
                context.Response.StatusCode = early;
                return;
            }

            using StreamReader reader = new(context.Request.Body);
            arrived = await reader.ReadToEndAsync(context.RequestAborted);
        });
        using HttpClient http = CreateHttpClient();
        using OrdersClient client = CreateClient(service, http, maxRetries: 1);
        await using SlowStream content = new("0123456789"u8.ToArray());

        await client.AttachAsync("7", content, Token);

        Assert.Equal(("0123456789", 2, 1), (arrived, attempts, content.MostReading));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    public async Task When_the_call_has_ended_nobody_reads_the_stream(int early)
    {
        await using WebApplication service = await StartAsync(context =>
        {
            context.Response.StatusCode = early;
            return Task.CompletedTask;
        });
        using HttpClient http = CreateHttpClient();
        using OrdersClient client = CreateClient(service, http, maxRetries: 0);
        await using SlowStream content = new(Encoding.ASCII.GetBytes(new string('x', 100)));

        await Record.ExceptionAsync(() => client.AttachAsync("7", content, Token));

        Assert.Equal(0, content.Reading);
        Assert.InRange(content.Position, 1, content.Length - 1);
    }

    [Fact]
    public async Task Nor_when_it_was_cancelled()
    {
        using CancellationTokenSource cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using WebApplication service = await StartAsync(async context =>
        {
            await context.Request.Body.ReadExactlyAsync(new byte[1], context.RequestAborted);
            await cancellation.CancelAsync();
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        });
        using HttpClient http = CreateHttpClient();
        using OrdersClient client = CreateClient(service, http, maxRetries: 0);
        await using SlowStream content = new(Encoding.ASCII.GetBytes(new string('x', 100)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AttachAsync("7", content, cancellation.Token));

        Assert.Equal(0, content.Reading);
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(static kestrel =>
                kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2)
            );
        WebApplication service = builder.Build();
        service.Run(answer);
        await service.StartAsync(Token);
        return service;
    }

    private static HttpClient CreateHttpClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

    private static OrdersClient CreateClient(WebApplication service, HttpClient http, int maxRetries) =>
        new(
            new Uri(service.Urls.Single()),
            "conn",
            new FakeCredential(),
            new ConnectorClientOptions
            {
                HttpClient = http,
                ThrottleRegistry = new ConnectorThrottleRegistry(),
                MaxRetries = maxRetries,
            }
        );
}
