using System.Text;
using PowerConnectors.Emulator.Endpoints;

namespace PowerConnectors.Emulator.Faults;

/// <summary>Answers with the fault that waits for an operation, byte for byte as it was given.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultQueue faults)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.OperationId() is not { } operationId || faults.Take(operationId) is not { } fault)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = fault.Status;
        foreach (var (name, value) in fault.Headers ?? new Dictionary<string, string>())
        {
            context.Response.Headers[name] = value;
        }

        if (fault.ContentType is { } contentType)
        {
            context.Response.ContentType = contentType;
        }

        if (fault.Body is { Length: > 0 } body)
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
        }
    }
}
