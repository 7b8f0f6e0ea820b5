using System.Net;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Authentication.Entra;

/// <summary>Azure.Identity's own credentials against an endpoint that behaves like Entra ID, and a service that checks the tokens.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}""";

    private EntraServer _entra = null!;
    private TestServer _service = null!;

    /// <summary>Refuses tokens for a reason; none by default.</summary>
    private Func<string, string?> _challenge = static _ => null;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _entra = await EntraServer.StartAsync();
        _service = await TestServer.StartAsync(AnswerAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _entra.DisposeAsync();
    }

    [Theory]
    [InlineData(Kind.Secret)]
    [InlineData(Kind.Certificate)]
    public async Task Calls_carry_a_token_that_was_asked_for_once(Kind kind)
    {
        using OrdersClient client = CreateClient(CreateCredential(kind));

        string status = await client.GetStatusAsync(Token);
        List<Order> orders = await client.ListOrdersAsync(cancellationToken: Token).ToListAsync(Token);

        Assert.Equal("ok", status);
        Assert.Equal(["pears", "plums"], orders.Select(static order => order.Name));
        Assert.All(_service.Requests, static request => Assert.Equal("Bearer entra-token-1", request.Headers["Authorization"]));
        TokenRequest request = Assert.Single(_entra.Requests);
        Assert.Equal(EntraServer.Tenant, request.Tenant);
        Assert.Equal(OrdersClient.DocumentScope, request["scope"]?.Split(' ')[0]);
        Assert.Equal(kind == Kind.Secret, request.Form.ContainsKey("client_secret"));
        Assert.Equal(kind == Kind.Certificate, request.Form.ContainsKey("client_assertion"));
        Assert.Contains("\"cp1\"", request["claims"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_cloud_is_discovered_and_asked()
    {
        ClientSecretCredentialOptions options = new()
        {
            AuthorityHost = new Uri($"https://{EntraServer.CloudHost}/"),
            Transport = _entra.CreateTransport(),
        };
        using OrdersClient client = CreateClient(
            new ClientSecretCredential(EntraServer.Tenant, EntraServer.ClientId, EntraServer.Secret, options)
        );

        Assert.Equal("ok", await client.GetStatusAsync(Token));

        Assert.Equal(EntraServer.CloudHost, Assert.Single(_entra.Requests).Host);
        Assert.Contains("login.microsoftonline.com/common/discovery/instance", _entra.Discoveries);
    }

    [Fact]
    public async Task The_tenant_of_the_options_is_asked()
    {
        const string Other = "0f0e0d0c-1111-2222-3333-444455556666";
        ClientSecretCredentialOptions options = Configure(new ClientSecretCredentialOptions());
        options.AdditionallyAllowedTenants.Add(Other);
        using OrdersClient client = CreateClient(
            new ClientSecretCredential(EntraServer.Tenant, EntraServer.ClientId, EntraServer.Secret, options),
            new ConnectorClientOptions { TenantId = Other }
        );

        await client.GetStatusAsync(Token);

        Assert.Equal(Other, Assert.Single(_entra.Requests).Tenant);
    }

    [Theory]
    [InlineData(Kind.Secret)]
    [InlineData(Kind.Certificate)]
    public async Task Ahead_of_expiry_one_caller_gets_the_next_token_while_the_others_keep_the_old_one(Kind kind)
    {
        // Short, so that the credential's own cache, which knows the real time only, does not keep the token.
        _entra.Lifetime = TimeSpan.FromSeconds(299);
        TaskCompletionSource issue = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _entra.Disturb = async (_, number) =>
        {
            if (number > 1)
            {
                asked.TrySetResult();
                await issue.Task.WaitAsync(Token);
            }

            return false;
        };
        FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
        using OrdersClient client = CreateClient(CreateCredential(kind), new ConnectorClientOptions { TimeProvider = time });
        await client.GetStatusAsync(Token);

        time.Advance(TimeSpan.FromSeconds(60));
        await client.GetStatusAsync(Token);
        await asked.Task.WaitAsync(Token);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.GetStatusAsync(Token)));
        Assert.All(_service.Requests, static request => Assert.Equal("Bearer entra-token-1", request.Headers["Authorization"]));

        issue.SetResult();
        while (_service.Requests[^1].Headers["Authorization"] != "Bearer entra-token-2")
        {
            Token.ThrowIfCancellationRequested();
            await client.GetStatusAsync(Token);
        }

        Assert.Equal(2, _entra.Requests.Count);
    }

    [Theory]
    [InlineData(Kind.Secret)]
    [InlineData(Kind.Certificate)]
    public async Task An_expired_token_is_not_sent(Kind kind)
    {
        _entra.Lifetime = TimeSpan.FromSeconds(299);
        FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
        using OrdersClient client = CreateClient(CreateCredential(kind), new ConnectorClientOptions { TimeProvider = time });
        await client.GetStatusAsync(Token);

        time.Advance(TimeSpan.FromMinutes(6));
        await client.GetStatusAsync(Token);

        Assert.Equal(
            ["Bearer entra-token-1", "Bearer entra-token-2"],
            _service.Requests.Select(static request => request.Headers["Authorization"])
        );
    }

    [Theory]
    [InlineData(Kind.Secret)]
    [InlineData(Kind.Certificate)]
    public async Task A_claims_challenge_reaches_the_token_endpoint(Kind kind)
    {
        string encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Claims));
        _challenge = token => token == "entra-token-1" ? $"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{encoded}\"" : null;
        using OrdersClient client = CreateClient(CreateCredential(kind));

        Assert.Equal("ok", await client.GetStatusAsync(Token));

        Assert.Equal(2, _entra.Requests.Count);
        Assert.DoesNotContain("1604106651", _entra.Requests[0]["claims"], StringComparison.Ordinal);
        Assert.Contains("1604106651", _entra.Requests[1]["claims"], StringComparison.Ordinal);
        Assert.Contains("\"cp1\"", _entra.Requests[1]["claims"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            ["Bearer entra-token-1", "Bearer entra-token-2"],
            _service.Requests.Select(static request => request.Headers["Authorization"])
        );
    }

    [Fact]
    public async Task A_wrong_secret_is_the_credentials_failure_and_not_tried_again()
    {
        const string Wrong = "wrong~secret-of-the-app";
        using OrdersClient client = CreateClient(
            new ClientSecretCredential(EntraServer.Tenant, EntraServer.ClientId, Wrong, Configure(new ClientSecretCredentialOptions()))
        );

        AuthenticationFailedException exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() =>
            client.GetStatusAsync(Token)
        );

        Assert.Contains("AADSTS7000215", exception.InnerException?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, exception.ToString(), StringComparison.Ordinal);
        Assert.Single(_entra.Requests);
        Assert.Empty(_service.Requests);
    }

    [Fact]
    public async Task A_certificate_of_somebody_else_is_refused()
    {
        using X509Certificate2 other = Certificates.CreateClient();
        using OrdersClient client = CreateClient(
            new ClientCertificateCredential(
                EntraServer.Tenant,
                EntraServer.ClientId,
                other,
                Configure(new ClientCertificateCredentialOptions())
            )
        );

        AuthenticationFailedException exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() =>
            client.GetStatusAsync(Token)
        );

        Assert.Contains("AADSTS700027: The assertion is wrong: signature", exception.InnerException?.Message, StringComparison.Ordinal);
        Assert.Empty(_service.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    public async Task A_failing_token_endpoint_fails_the_call_and_not_the_next_one(int status)
    {
        bool fails = true;
        _entra.Disturb = async (context, _) =>
        {
            if (fails)
            {
                await EntraServer.RefuseAsync(context, status, "AADSTS90033: A transient error has occurred.");
            }

            return fails;
        };
        using OrdersClient client = CreateClient(CreateCredential(Kind.Secret));

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.GetStatusAsync(Token));
        int asked = _entra.Requests.Count;
        fails = false;

        Assert.Equal("ok", await client.GetStatusAsync(Token));
        Assert.InRange(asked, 1, 2);
        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task A_token_goes_to_the_services_own_origin_only()
    {
        await using TestServer other = await TestServer.StartAsync("""{"value":[{"name":"stolen"}]}""");
        await using TestServer service = await TestServer.StartAsync(context =>
        {
            if (context.Request.Query.ContainsKey("page"))
            {
                context.Response.Headers.Location = $"{other.Endpoint}/conn/orders";
                return TestServer.AnswerAsync(context, "", (int)HttpStatusCode.TemporaryRedirect);
            }

            return TestServer.AnswerAsync(context, $$"""{"value":[{"name":"pears"}],"nextLink":"{{other.Endpoint}}/conn/orders?page=2"}""");
        });
        using OrdersClient client = new(
            service.Endpoint,
            "conn",
            CreateCredential(Kind.Secret),
            new ConnectorClientOptions { ThrottleRegistry = new ConnectorThrottleRegistry() }
        );

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            client.ListOrdersAsync(cancellationToken: Token).ToListAsync(Token).AsTask()
        );

        Assert.Equal(307, exception.Status);
        Assert.Equal(2, service.Requests.Count);
        Assert.Empty(other.Requests);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        string? challenge = _entra.HasIssued(token) ? _challenge(token) : "Bearer error=\"invalid_token\"";
        if (challenge is not null)
        {
            context.Response.Headers.WWWAuthenticate = challenge;
            await TestServer.AnswerAsync(context, """{"error":{"code":"AuthenticationFailed","message":"no"}}""", 401);
            return;
        }

        string body = context.Request.Path.Value!.EndsWith("/orders", StringComparison.Ordinal)
            ? """{"value":[{"name":"pears"},{"name":"plums"}]}"""
            : "\"ok\"";
        await TestServer.AnswerAsync(context, body);
    }

    private OrdersClient CreateClient(TokenCredential credential, ConnectorClientOptions? options = null)
    {
        options ??= new ConnectorClientOptions();
        options.ThrottleRegistry = new ConnectorThrottleRegistry();
        options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        return new OrdersClient(_service.Endpoint, "conn", credential, options);
    }

    private TokenCredential CreateCredential(Kind kind) =>
        kind == Kind.Secret
            ? new ClientSecretCredential(
                EntraServer.Tenant,
                EntraServer.ClientId,
                EntraServer.Secret,
                Configure(new ClientSecretCredentialOptions())
            )
            : new ClientCertificateCredential(
                EntraServer.Tenant,
                EntraServer.ClientId,
                _entra.ClientCertificate,
                Configure(new ClientCertificateCredentialOptions())
            );

    private T Configure<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = _entra.Authority;
        options.Transport = _entra.CreateTransport();
        options.Retry.MaxRetries = 0;
        switch (options)
        {
            case ClientSecretCredentialOptions secret:
                secret.DisableInstanceDiscovery = true;
                break;
            case ClientCertificateCredentialOptions certificate:
                certificate.DisableInstanceDiscovery = true;
                break;
        }

        return options;
    }

    /// <summary>The two credentials of applications.</summary>
    public enum Kind
    {
        Secret,
        Certificate,
    }
}
