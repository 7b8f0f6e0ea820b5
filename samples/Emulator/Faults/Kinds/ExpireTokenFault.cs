using PowerConnectors.Emulator.Authentication;

namespace PowerConnectors.Emulator.Faults;

/// <summary>Refuses the request's token from now on, as one that has expired. Another token is accepted.</summary>
public sealed record ExpireTokenFault : EmulatorFault
{
    internal const string KindName = "expireToken";

    internal override string Kind => KindName;

    internal override Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        context.RequestServices.GetRequiredService<ExpiredTokens>().Add(context.Request.Headers.Authorization.ToString());
        return next(context);
    }
}
