using System.Text;
using Microsoft.AspNetCore.Http.Features;
using PowerConnectors.Emulator.Endpoints;

namespace PowerConnectors.Emulator.Requests;

/// <summary>Reads the whole request, records it, and leaves it for those who come after as a feature.</summary>
internal sealed class RequestLogMiddleware(RequestDelegate next, RequestLog log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var request = new RecordedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.OperationId(),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted)
        );
        log.Add(request);
        context.Features.Set(request);
        context.Response.OnStarting(() =>
        {
            request.Status = request.ConnectionEnded ? request.Status : context.Response.StatusCode;
            return Task.CompletedTask;
        });
        await next(context);
    }
}
