using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PowerConnectors.Runtime.Tests.Authentication.Entra;

/// <summary>Behaves like Microsoft Entra ID on a loopback address, over https: discovery, and tokens for one application with a secret and a certificate.</summary>
internal sealed class EntraServer : IAsyncDisposable
{
    public const string ClientId = "7f1b8a3e-0c41-4a55-9d61-2f3a1c0f9b10";
    public const string Tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    public const string Secret = "Xy8~the-secret-of-the-app";

    /// <summary>A login host of a cloud that no library knows by heart.</summary>
    public const string CloudHost = "login.entra.example";

    private readonly X509Certificate2 _certificate = Certificates.CreateServer(CloudHost, "login.microsoftonline.com");
    private readonly ConcurrentQueue<TokenRequest> _requests = [];
    private readonly ConcurrentQueue<string> _discoveries = [];
    private readonly ConcurrentDictionary<string, bool> _issued = [];
    private readonly WebApplication _app;

    private EntraServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGet("/common/discovery/instance", (RequestDelegate)DescribeInstanceAsync);
        _app.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (RequestDelegate)DescribeTenantAsync);
        _app.MapPost("/{tenant}/oauth2/v2.0/token", (RequestDelegate)AnswerTokenRequestAsync);
    }

    public X509Certificate2 ClientCertificate { get; } = Certificates.CreateClient();

    public Uri Authority { get; private set; } = null!;

    public IReadOnlyList<TokenRequest> Requests => [.. _requests];

    /// <summary>What was asked for besides tokens.</summary>
    public IReadOnlyList<string> Discoveries => [.. _discoveries];

    /// <summary>How long tokens live.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Answers in the place of the endpoint; <see langword="null"/> lets it answer itself. It is given the number of the request, from 1.</summary>
    public Func<HttpContext, int, Task<bool>>? Disturb { get; set; }

    public static async Task<EntraServer> StartAsync()
    {
        EntraServer server = new();
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        string address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Authority = new Uri(address);
        return server;
    }

    /// <summary>Whether a token was issued here.</summary>
    public bool HasIssued(string token) => _issued.ContainsKey(token);

    /// <summary>What credentials send with: it trusts this server's certificate alone and connects nowhere else, whatever the address.</summary>
    public HttpPipelineTransport CreateTransport() => new LoopbackTransport(Authority.Port, _certificate.Thumbprint);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
        ClientCertificate.Dispose();
    }

    private Task DescribeInstanceAsync(HttpContext context)
    {
        _discoveries.Enqueue($"{context.Request.Host.Host}{context.Request.Path}");
        return AnswerAsync(
            context,
            $$"""
            {"tenant_discovery_endpoint":"https://{{CloudHost}}/{{Tenant}}/v2.0/.well-known/openid-configuration","api-version":"1.1",
             "metadata":[{"preferred_network":"{{CloudHost}}","preferred_cache":"{{CloudHost}}","aliases":["{{CloudHost}}"]}]}
            """
        );
    }

    private Task DescribeTenantAsync(HttpContext context)
    {
        _discoveries.Enqueue($"{context.Request.Host.Host}{context.Request.Path}");
        string issuer = $"https://{context.Request.Host}/{context.GetRouteValue("tenant")}";
        return AnswerAsync(
            context,
            $$"""{"issuer":"{{issuer}}/v2.0","token_endpoint":"{{issuer}}/oauth2/v2.0/token","authorization_endpoint":"{{issuer}}/oauth2/v2.0/authorize"}"""
        );
    }

    private async Task AnswerTokenRequestAsync(HttpContext context)
    {
        TokenRequest request = await TokenRequest.ReadAsync(context.Request, $"{context.GetRouteValue("tenant")}");
        _requests.Enqueue(request);
        int number = _requests.Count;
        if (Disturb is not null && await Disturb(context, number))
        {
            return;
        }

        string endpoint = $"https://{context.Request.Host}{context.Request.Path}";
        if (FindFault(request, endpoint) is { } fault)
        {
            await RefuseAsync(context, 401, fault);
            return;
        }

        string token = $"entra-token-{number}";
        _issued[token] = true;
        string seconds = Lifetime.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await AnswerAsync(
            context,
            $$"""{"token_type":"Bearer","expires_in":{{seconds}},"ext_expires_in":{{seconds}},"access_token":"{{token}}"}"""
        );
    }

    /// <summary>Refuses a request in the form that Entra ID does.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string description) =>
        AnswerAsync(
            context,
            $$"""{"error":"{{(status < 500 ? "invalid_client" : "temporarily_unavailable")}}","error_description":"{{description}}","error_codes":[7000215],"correlation_id":"a2f7a0b0-6f45-4f6c-8a56-6d8a3f2a3c11"}""",
            status
        );

    private string? FindFault(TokenRequest request, string endpoint) =>
        request["grant_type"] != "client_credentials" ? "AADSTS70003: The grant is not supported."
        : request["client_id"] != ClientId ? "AADSTS700016: The application was not found."
        : request["client_assertion"] is { } jwt
            ? ClientAssertion.FindFault(jwt, ClientCertificate, ClientId, endpoint, TimeProvider.System.GetUtcNow()) is { } fault
                    ? $"AADSTS700027: The assertion is wrong: {fault}."
                : null
        : request["client_secret"] != Secret ? "AADSTS7000215: Invalid client secret provided."
        : null;

    private static async Task AnswerAsync(HttpContext context, string body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, TestContext.Current.CancellationToken);
    }
}
