using System.Globalization;
using PowerConnectors.Emulator.Errors;

namespace PowerConnectors.Emulator.Limits;

/// <summary>Turns calls away that are too many, before they do anything.</summary>
internal sealed class LimitMiddleware(RequestDelegate next, CallCounter counter, EmulatorOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (counter.Take(context.Request.Method) is not { } wait)
        {
            return next(context);
        }

        var seconds = (long)Math.Ceiling(wait.TotalSeconds);
        if (!options.OmitRetryAfter)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        throw new ServiceFailure(GatewayErrors.RateLimitExceeded(seconds));
    }
}
