using System.Globalization;
using System.Text.RegularExpressions;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

public sealed class RequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_arrives_exactly_as_the_operation_describes_it()
    {
        await using TestServer server = await TestServer.StartAsync("""{"id":"7","name":"pears"}""");
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { ApplicationId = "Backup/2.1" });

        await client.UpdateOrderAsync("7", new Order { Name = "pears", Quantity = 3 }, Token);

        SeenRequest request = server.Request;
        Assert.Equal("PATCH", request.Method);
        Assert.Equal("/apim/orders/conn/orders/7", request.Target);
        Assert.Equal("""{"name":"pears","quantity":3}""", request.Body);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal("Bearer token-1", request.Headers["Authorization"]);
        Assert.True(Guid.TryParse(request.Headers["x-ms-client-request-id"], out _));
        Assert.Matches(new Regex(@"^Backup/2\.1 PowerConnectors/\d\S* Orders/1\.0 \(.+\)$"), request.Headers["User-Agent"]);
        Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_body_says_so()
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();

        await client.CancelOrderAsync("7", Token);

        Assert.Equal("POST", server.Request.Method);
        Assert.Equal("0", server.Request.Headers["Content-Length"]);
        Assert.DoesNotContain("Content-Type", server.Request.Headers.Keys);
    }

    [Fact]
    public async Task Every_call_has_an_id_of_its_own()
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        using OrdersClient client = server.CreateClient();

        string first = (await client.GetStatusAsync(Token)).GetRawResponse().ClientRequestId;
        string second = (await client.GetStatusAsync(Token)).GetRawResponse().ClientRequestId;

        Assert.NotEqual(first, second);
        Assert.Equal([first, second], server.Requests.Select(static request => request.Headers["x-ms-client-request-id"]));
    }

    [Fact]
    public async Task A_trailing_slash_of_the_endpoint_changes_nothing()
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        using OrdersClient client = new(new Uri(server.Endpoint + "/"), "conn", new FakeCredential());

        await client.GetStatusAsync(Token);

        Assert.Equal("/apim/orders/conn/status", server.Request.Target);
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../../admin", "..%2F..%2Fadmin")]
    [InlineData("..\\admin", "..%5Cadmin")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("%2E%2E%2F", "%252E%252E%252F")]
    [InlineData("...", "...")]
    [InlineData("..;x", "..%3Bx")]
    [InlineData("a?b=c", "a%3Fb%3Dc")]
    [InlineData("a#b", "a%23b")]
    [InlineData("a\r\nX-Evil: 1", "a%0D%0AX-Evil%3A%201")]
    [InlineData("a\u0001b\tc", "a%01b%09c")]
    [InlineData("//evil.example", "%2F%2Fevil.example")]
    [InlineData("@evil.example", "%40evil.example")]
    [InlineData("ü €😀", "%C3%BC%20%E2%82%AC%F0%9F%98%80")]
    public async Task An_argument_cannot_leave_its_segment(string orderId, string escaped)
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();

        await client.CancelOrderAsync(orderId, Token);

        Assert.Equal($"/apim/orders/conn/orders/{escaped}/cancel", server.Request.Target);
        Assert.DoesNotContain("X-Evil", server.Request.Headers.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task An_argument_that_names_another_path_is_refused_before_sending(string? orderId)
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();

        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.CancelOrderAsync(orderId!, Token));

        Assert.Equal("orderId", exception.ParamName);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public async Task Query_values_are_the_same_under_every_culture(string culture)
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            DateTimeOffset since = new(2024, 1, 31, 23, 30, 15, TimeSpan.FromHours(2));
            await client.FindOrdersAsync("I i", open: true, top: -5, weight: 1234.5, since.AddTicks(1234567), cancellationToken: Token);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(
            "/apim/orders/conn/find?q=I%20i&open=true&$top=-5&weight=1234.5&since=2024-01-31T21%3A30%3A15.1234567Z",
            server.Request.Target
        );
    }

    [Fact]
    public async Task A_query_value_cannot_become_another_parameter()
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();

        await client.FindOrdersAsync("a&open=true#x+y%26", filter: "", cancellationToken: Token);

        Assert.Equal("/apim/orders/conn/find?q=a%26open%3Dtrue%23x%2By%2526&$filter=", server.Request.Target);
    }

    [Fact]
    public async Task A_required_query_value_and_a_finite_number_are_demanded_before_sending()
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();

        ArgumentException missing = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            client.FindOrdersAsync(null!, cancellationToken: Token)
        );
        ArgumentException endless = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            client.FindOrdersAsync("x", weight: double.NaN, cancellationToken: Token)
        );

        Assert.Equal("text", missing.ParamName);
        Assert.Equal("weight", endless.ParamName);
        Assert.Empty(server.Requests);
    }
}
