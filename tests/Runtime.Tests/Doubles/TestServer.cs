using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A real HTTP server on a free loopback port that answers as a test tells it to and keeps what it was asked.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _requests = [];
    private readonly ConnectorThrottleRegistry _registry = new();

    private TestServer(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async context =>
        {
            _requests.Enqueue(await ReadAsync(context.Request));
            await answer(context);
        });
    }

    public Uri Endpoint { get; private set; } = null!;

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    public SeenRequest Request => Assert.Single(_requests);

    public static async Task<TestServer> StartAsync(Func<HttpContext, Task> answer)
    {
        TestServer server = new(answer);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        ICollection<string> addresses = server
            ._app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses;
        server.Endpoint = new Uri($"{addresses.Single()}/apim/orders");
        return server;
    }

    /// <summary>Answers every request with the same text.</summary>
    public static Task<TestServer> StartAsync(string body, int status = 200, string contentType = "application/json") =>
        StartAsync(context => AnswerAsync(context, body, status, contentType));

    public static async Task AnswerAsync(HttpContext context, string body, int status = 200, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body, TestContext.Current.CancellationToken);
    }

    /// <summary>A client of this server. Ports come back, so that the registry of the process would know connections of servers that are gone.</summary>
    public OrdersClient CreateClient(ConnectorClientOptions? options = null)
    {
        options ??= new ConnectorClientOptions();
        if (options.ThrottleRegistry == ConnectorThrottleRegistry.Shared)
        {
            options.ThrottleRegistry = _registry;
        }

        return new OrdersClient(Endpoint, "conn", new FakeCredential(), options);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<SeenRequest> ReadAsync(HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        string body = await reader.ReadToEndAsync();
        string target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Headers)
        {
            headers[name] = values.ToString();
        }

        return new SeenRequest(request.Method, target, headers, body);
    }
}
