using PowerConnectors.Emulator.Errors;

namespace PowerConnectors.Emulator.Authentication;

/// <summary>Refuses calls through a connection that the caller has no access to, as the gateway does when it trades the caller's token for the connection's.</summary>
internal sealed class ConnectionMiddleware(RequestDelegate next, EmulatorOptions options)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetRouteValue("connectionId") is string connectionId && connectionId != options.ConnectionId
            ? throw new ServiceFailure(GatewayErrors.TokenExchangeFailed(connectionId))
            : next(context);
}
