using Azure;
using Azure.Core;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests;

public sealed class ClientTests
{
    private static readonly Uri s_endpoint = new("https://host.example/apim/orders");

    [Theory]
    [InlineData("http://host.example/apim", "https")]
    [InlineData("ftp://host.example/apim", "https")]
    [InlineData("/apim/orders", "absolute")]
    [InlineData("https://user:secret@host.example/apim", "user name")]
    [InlineData("https://host.example/apim?x=1", "query")]
    [InlineData("https://host.example/apim#x", "fragment")]
    public void An_endpoint_that_cannot_be_used_is_refused(string endpoint, string expected)
    {
        Uri uri = endpoint[0] == '/' ? new Uri(endpoint, UriKind.Relative) : new Uri(endpoint);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => new OrdersClient(uri, "conn", new FakeCredential()));

        Assert.Equal("endpoint", exception.ParamName);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_arguments_are_named()
    {
        Assert.Throws<ArgumentNullException>("endpoint", () => new OrdersClient(null!, "conn", new FakeCredential()));
        Assert.Throws<ArgumentNullException>("credential", () => new OrdersClient(s_endpoint, "conn", (TokenCredential)null!));
        Assert.Throws<ArgumentException>("connectionId", () => new OrdersClient(s_endpoint, "", new FakeCredential()));
    }

    public static TheoryData<ConnectorClientOptions, string> WrongOptions =>
        new()
        {
            {
                new() { AttemptTimeout = TimeSpan.Zero },
                "AttemptTimeout"
            },
            {
                new() { AttemptTimeout = TimeSpan.FromSeconds(-5) },
                "AttemptTimeout"
            },
            {
                new() { AttemptTimeout = TimeSpan.MaxValue },
                "AttemptTimeout"
            },
            {
                new() { TimeProvider = null! },
                "TimeProvider"
            },
            {
                new() { Scopes = [] },
                "Scopes"
            },
            {
                new() { Scopes = ["https://a/.default", " "] },
                "Scopes"
            },
            {
                new() { Limits = [null!] },
                "Limits"
            },
            {
                new() { ThrottleQueueLimit = -1 },
                "ThrottleQueueLimit"
            },
            {
                new() { ThrottleRegistry = null! },
                "ThrottleRegistry"
            },
            {
                new() { MaxRetries = -1 },
                "MaxRetries"
            },
            {
                new() { RetryTimeLimit = TimeSpan.FromSeconds(-1) },
                "RetryTimeLimit"
            },
            {
                new() { RetryTimeLimit = TimeSpan.MaxValue },
                "RetryTimeLimit"
            },
            {
                new() { ApplicationId = "My App" },
                "ApplicationId"
            },
            {
                new() { ApplicationId = "App\r\nX: 1" },
                "ApplicationId"
            },
            {
                new() { ApplicationId = new string('a', 65) },
                "ApplicationId"
            },
        };

    [Theory]
    [MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public void A_wrong_option_is_named(ConnectorClientOptions options, string name)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            new OrdersClient(s_endpoint, "conn", new FakeCredential(), options)
        );

        Assert.Equal("options", exception.ParamName);
        Assert.StartsWith($"ConnectorClientOptions.{name} must", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connector_without_a_scope_asks_for_one()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ScopelessClient(null));

        Assert.Contains(
            "ConnectorClientOptions.Scopes must be set: the document of Plain names no scope",
            exception.Message,
            StringComparison.Ordinal
        );
        new ScopelessClient(new ConnectorClientOptions { Scopes = ["https://a/.default"] }).Dispose();
    }

    [Fact]
    public async Task Options_changed_later_have_no_effect()
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        FakeCredential credential = new();
        ConnectorClientOptions options = new() { Scopes = ["https://a/.default"] };
        using OrdersClient client = new(server.Endpoint, "conn", credential, options);

        options.Scopes[0] = "https://b/.default";
        options.Scopes = null;
        await client.GetStatusAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["https://a/.default"], Assert.Single(credential.Scopes));
    }

    [Fact]
    public async Task A_client_can_be_replaced_in_tests()
    {
        using OrdersClient client = new PretendClient();
        CancellationToken token = TestContext.Current.CancellationToken;

        Order order = await client.GetOrderAsync("7", token);
        List<Order> listed = await client.ListOrdersAsync(cancellationToken: token).ToListAsync(token);
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.CancelOrderAsync("7", token)
        );

        Assert.Equal("pears", order.Name);
        Assert.Equal("plums", Assert.Single(listed).Name);
        Assert.Contains("CancelOrder", exception.Message, StringComparison.Ordinal);
    }

    private sealed class ScopelessClient(ConnectorClientOptions? options)
        : ConnectorClient(s_endpoint, new FakeCredential(), options, new ConnectorDescription("Plain", "1"), "");

    private sealed class PretendClient : OrdersClient
    {
        public override Task<Response<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken = default) =>
            Task.FromResult(Response.FromValue(new Order { Name = "pears" }, null!));

        public override AsyncPageable<Order> ListOrdersAsync(long? top = null, CancellationToken cancellationToken = default) =>
            AsyncPageable<Order>.FromPages([Page<Order>.FromValues([new Order { Name = "plums" }], null, null!)]);
    }
}
