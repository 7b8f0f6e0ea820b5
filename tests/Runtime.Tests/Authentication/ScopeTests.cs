using Azure.Core;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Authentication;

/// <summary>The document's scopes are for the hosts that it names, and for no other that looks like one of them.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("https://gateway.example/apim")]
    [InlineData("https://a.gateways.example/apim")]
    [InlineData("https://a.b.12.gateways.example/apim")]
    [InlineData("https://A.Gateways.EXAMPLE/apim")]
    [InlineData("https://a.gateways.example./apim")]
    [InlineData("https://a.gateways.example:8443/apim")]
    [InlineData("https://bücher.gateways.example/apim")]
    [InlineData("https://localhost/apim")]
    [InlineData("http://127.0.0.1:5000/apim")]
    [InlineData("https://[::1]/apim")]
    public void A_host_that_the_document_names_needs_no_option(string endpoint) => new HostsClient(endpoint).Dispose();

    [Theory]
    [InlineData("https://evilgateways.example/apim", "evilgateways.example")]
    [InlineData("https://evil-gateways.example/apim", "evil-gateways.example")]
    [InlineData("https://gateways.example/apim", "gateways.example")]
    [InlineData("https://a.gateways.example.evil.example/apim", "a.gateways.example.evil.example")]
    [InlineData("https://evil.example/a.gateways.example/", "evil.example")]
    [InlineData("https://a.gateway.example/apim", "a.gateway.example")]
    [InlineData("https://a.gatеways.example/apim", "a.xn--gatways-9gg.example")]
    [InlineData("https://10.0.0.1/apim", "10.0.0.1")]
    public void Any_other_host_does(string endpoint, string host)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new HostsClient(endpoint));

        Assert.Equal("options", exception.ParamName);
        Assert.StartsWith(
            $"ConnectorClientOptions.Scopes must be set: the endpoint's host is {host}, and Hosts names scopes for gateway.example, *.gateways.example only.",
            exception.Message,
            StringComparison.Ordinal
        );
        new HostsClient(endpoint, new ConnectorClientOptions { Scopes = ["https://other/.default"] }).Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("contoso.onmicrosoft.com")]
    [InlineData("72f988bf-86f1-41af-91ab-2d7cd011db47")]
    public async Task The_tenant_of_the_options_is_asked_for(string? tenantId)
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        TenantCredential credential = new();
        ConnectorClientOptions options = new() { TenantId = tenantId, ThrottleRegistry = new ConnectorThrottleRegistry() };
        using OrdersClient client = new(server.Endpoint, "conn", credential, options);

        await client.GetStatusAsync(TestContext.Current.CancellationToken);

        Assert.Equal([tenantId], credential.TenantIds);
    }

    [Fact]
    public async Task A_tenant_that_a_service_names_is_not_followed()
    {
        await using TestServer server = await TestServer.StartAsync(static context =>
        {
            context.Response.Headers.WWWAuthenticate =
                "Bearer authorization_uri=\"https://login.example/11111111-2222-3333-4444-555555555555/oauth2/authorize\", error=\"invalid_token\"";
            return TestServer.AnswerAsync(context, "{}", 401);
        });
        TenantCredential credential = new();
        ConnectorClientOptions options = new() { TenantId = "mine.example", ThrottleRegistry = new ConnectorThrottleRegistry() };
        using OrdersClient client = new(server.Endpoint, "conn", credential, options);

        await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetStatusAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["mine.example", "mine.example"], credential.TenantIds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/../b")]
    [InlineData("contoso.com ")]
    public void A_tenant_that_is_none_is_refused(string tenantId)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            new HostsClient("https://gateway.example", new ConnectorClientOptions { TenantId = tenantId })
        );

        Assert.StartsWith("ConnectorClientOptions.TenantId must be", exception.Message, StringComparison.Ordinal);
    }

    private sealed class HostsClient(string endpoint, ConnectorClientOptions? options = null)
        : ConnectorClient(new Uri(endpoint), new FakeCredential(), options, s_hosts, "")
    {
        private static readonly ConnectorDescription s_hosts = new("Hosts", "1")
        {
            Scopes = ["https://gateway.example/.default"],
            ScopeHosts = ["gateway.example", "*.gateways.example"],
        };
    }

    private sealed class TenantCredential : TokenCredential
    {
        public List<string?> TenantIds { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException("The runtime is asynchronous.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            TenantIds.Add(requestContext.TenantId);
            return ValueTask.FromResult(new AccessToken($"token-{TenantIds.Count}", DateTimeOffset.MaxValue));
        }
    }
}
