using PowerConnectors.Emulator.Errors;

namespace PowerConnectors.Emulator.Authentication;

/// <summary>Lets nobody in without a token for the gateway.</summary>
internal sealed class AuthenticationMiddleware(RequestDelegate next, EmulatorOptions options, ExpiredTokens expired)
{
    private const string Challenge =
        "Bearer authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", error=\"invalid_token\"";

    public Task InvokeAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if ((TokenCheck.Find(authorization, options.TimeProvider.GetUtcNow()) ?? FindExpired(authorization)) is { } problem)
        {
            context.Response.Headers.WWWAuthenticate = Challenge;
            throw new ServiceFailure(ServiceErrors.AuthenticationFailed(problem));
        }

        return next(context);
    }

    private string? FindExpired(string authorization) => expired.Contains(authorization) ? TokenCheck.Expired : null;
}
