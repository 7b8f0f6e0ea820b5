using System.Globalization;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Requests;

/// <summary>Gives every answer the ids by which the service's support finds a call. Call n of a fresh emulator always has the same ids.</summary>
internal sealed class RequestIdMiddleware(RequestDelegate next)
{
    private const string RequestId = "x-ms-request-id";
    private const string CorrelationId = "x-ms-correlation-request-id";

    private int _calls;

    public Task InvokeAsync(HttpContext context)
    {
        var call = Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture);
        var sent = context.Request.Headers[CorrelationId].ToString();
        context.Response.Headers[RequestId] = StableGuid.Of("request", call);
        context.Response.Headers[CorrelationId] = sent.Length > 0 ? sent : StableGuid.Of("correlation", call);
        return next(context);
    }
}
