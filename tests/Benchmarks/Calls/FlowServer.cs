using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace PowerConnectors.Benchmarks.Calls;

/// <summary>Answers every request with the same flow, as fast as Kestrel can.</summary>
internal sealed class FlowServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FlowServer(WebApplication application) => _application = application;

    public string Endpoint => $"{_application.Urls.First()}/apim/flowmanagement";

    public static async Task<FlowServer> StartAsync(byte[] body, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.Run(async context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        await application.StartAsync(cancellationToken);
        return new FlowServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
