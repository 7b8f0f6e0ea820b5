using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace PowerConnectors.Operations.Tests;

/// <summary>What a request was.</summary>
internal sealed record Seen(string PathAndQuery, IHeaderDictionary Headers, byte[] Body, IFormCollection? Form, byte[] FileContent);

/// <summary>A real HTTP service on a loopback port, and a generated client of it.</summary>
internal sealed class FormsService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Seen> _requests = [];

    private FormsService(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async context =>
        {
            _requests.Enqueue(await ReadAsync(context));
            await answer(context);
        });
    }

    public Uri Endpoint { get; private set; } = null!;

    public FormsClient Client { get; private set; } = null!;

    public IReadOnlyList<Seen> Requests => [.. _requests];

    public Seen Request => Assert.Single(_requests);

    public static async Task<FormsService> StartAsync(Func<HttpContext, Task> answer)
    {
        FormsService service = new(answer);
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        service.Endpoint = new Uri($"{service._app.Urls.Single()}/apim");
        service.Client = new FormsClient(service.Endpoint, new FixedToken(), NewOptions());
        return service;
    }

    public static Task<FormsService> StartAsync(string body = "", string contentType = "application/json") =>
        StartAsync(context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body, TestContext.Current.CancellationToken);
        });

    /// <summary>Options for a client of its own.</summary>
    public static ConnectorClientOptions NewOptions() =>
        new() { Scopes = ["https://forms.example/.default"], ThrottleRegistry = new ConnectorThrottleRegistry() };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task<Seen> ReadAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        string target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        request.EnableBuffering();
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, TestContext.Current.CancellationToken);
        request.Body.Position = 0;
        IFormCollection? form = request.HasFormContentType ? await request.ReadFormAsync(TestContext.Current.CancellationToken) : null;
        using MemoryStream file = new();
        if (form?.Files.Count > 0)
        {
            await form.Files[0].CopyToAsync(file, TestContext.Current.CancellationToken);
        }

        // The server takes its own collection back when the request ends.
        HeaderDictionary headers = [];
        foreach (KeyValuePair<string, StringValues> header in request.Headers)
        {
            headers.Add(header);
        }

        return new Seen(target, headers, body.ToArray(), form, file.ToArray());
    }
}
