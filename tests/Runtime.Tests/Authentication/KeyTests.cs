using System.Globalization;
using System.Net;
using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;
using PowerConnectors.Authentication;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Authentication;

/// <summary>Keys and passwords get onto the wire, where the document has them, and nowhere else.</summary>
public sealed class KeyTests
{
    private const string Secret = "s3cret/Käse=&+ key";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("X-Api-Key", "abc 123")]
    [InlineData("Authorization", "Token abc:123")]
    [InlineData("Authorization", "abc")]
    [InlineData("cookie", "key=abc")]
    public async Task A_key_stands_in_its_header_as_it_is(string header, string key)
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        using OrdersClient client = CreateClient(server, ConnectorCredential.InHeader(header, new AzureKeyCredential(key)));

        await client.GetStatusAsync(Token);

        Assert.Equal(key, server.Request.Headers[header]);
        Assert.Equal("/apim/orders/conn/status", server.Request.Target);
    }

    [Fact]
    public async Task A_key_stands_in_the_query_behind_what_the_operation_has_there()
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        using OrdersClient client = CreateClient(server, ConnectorCredential.InQuery("$a key", new AzureKeyCredential(Secret)));

        await client.GetStatusAsync(Token);
        await client.FindOrdersAsync("a&b", top: 5, cancellationToken: Token);

        string key = "$a%20key=s3cret%2FK%C3%A4se%3D%26%2B%20key";
        Assert.Equal(
            [$"/apim/orders/conn/status?{key}", $"/apim/orders/conn/find?q=a%26b&$top=5&{key}"],
            server.Requests.Select(static request => request.Target)
        );
        Assert.False(server.Requests[0].Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("user", "pass:word")]
    [InlineData("jürgen", "пароль")]
    [InlineData("", "only a password")]
    [InlineData("only-a-key", "")]
    public async Task A_user_name_and_a_password_stand_in_the_authorization_header(string user, string password)
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        using OrdersClient client = CreateClient(server, ConnectorCredential.Basic(new NetworkCredential(user, password)));

        await client.GetStatusAsync(Token);

        string[] parts = server.Request.Headers["Authorization"].Split(' ');
        Assert.Equal("Basic", parts[0]);
        Assert.Equal($"{user}:{password}", Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])));
    }

    [Fact]
    public async Task Several_credentials_go_with_every_call()
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        using OrdersClient client = CreateClient(
            server,
            ConnectorCredential.InHeader("X-Id", new AzureKeyCredential("id")),
            ConnectorCredential.InQuery("k1", new AzureKeyCredential("v1")),
            ConnectorCredential.InQuery("k2", new AzureKeyCredential("v2")),
            ConnectorCredential.Token(new FakeCredential())
        );

        await client.GetStatusAsync(Token);

        Assert.Equal("id", server.Request.Headers["X-Id"]);
        Assert.Equal("Bearer token-1", server.Request.Headers["Authorization"]);
        Assert.EndsWith("/status?k1=v1&k2=v2", server.Request.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_updated_key_counts_from_the_next_attempt_on()
    {
        AzureKeyCredential key = new("old");
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            key.Update("new");
            bool first = context.Request.Headers["X-Key"] == "old";
            context.Response.Headers.RetryAfter = "0";
            return TestServer.AnswerAsync(context, "\"ok\"", first ? 503 : 200);
        });
        SteppingTime time = new();
        using OrdersClient client = new(
            server.Endpoint,
            "conn",
            [ConnectorCredential.InHeader("X-Key", key)],
            new ConnectorClientOptions
            {
                TimeProvider = time,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                ThrottleRegistry = new ConnectorThrottleRegistry(),
            }
        );

        await time.RunAsync(client.GetStatusAsync(Token));

        Assert.Equal(["old", "new"], server.Requests.Select(static request => request.Headers["X-Key"]));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\tb")]
    [InlineData("Käse")]
    [InlineData("abc\n")]
    public async Task A_key_that_no_header_can_carry_is_refused_before_anything_is_sent(string wrong)
    {
        await using TestServer server = await TestServer.StartAsync("\"ok\"");
        AzureKeyCredential apiKey = new(wrong);

        ArgumentException early = Assert.Throws<ArgumentException>(() =>
            CreateClient(server, ConnectorCredential.InHeader("X-Key", apiKey))
        );
        apiKey.Update("good");
        using OrdersClient client = CreateClient(server, ConnectorCredential.InHeader("X-Key", apiKey));
        apiKey.Update(wrong);
        ArgumentException late = await Assert.ThrowsAsync<ArgumentException>(() => client.GetStatusAsync(Token));

        Assert.Equal(["apiKey", "apiKey"], [early.ParamName, late.ParamName]);
        Assert.Contains("X-Key was not sent", late.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, late.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Credentials_that_cannot_be_used_are_named()
    {
        Uri endpoint = new("https://host.example");
        NetworkCredential login = new("user:name", "password");
        AzureKeyCredential? @class = null;

        Assert.Contains("colon", Refused("login", login).Message, StringComparison.Ordinal);
        login = new NetworkCredential("user", "password", "DOMAIN");
        Assert.Contains("domain", Refused("login", login).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("class", () => ConnectorCredential.InHeader("X-Key", @class!));
        Assert.Throws<ArgumentNullException>("class", () => ConnectorCredential.InQuery("key", @class!));
        Assert.Throws<ArgumentNullException>("login", () => ConnectorCredential.Basic(null!, "login"));
        Assert.Throws<ArgumentException>(
            "endpoint",
            () => new OrdersClient(new Uri("http://host.example"), "conn", [ConnectorCredential.Basic(new NetworkCredential("a", "b"))])
        );

        ArgumentException Refused(string name, NetworkCredential login) =>
            Assert.Throws<ArgumentException>(name, () => new OrdersClient(endpoint, "conn", [ConnectorCredential.Basic(login)]));
    }

    [Fact]
    public async Task A_refused_key_is_sent_once_and_shown_nowhere()
    {
        await using TestServer server = await TestServer.StartAsync(static context =>
        {
            HttpRequest request = context.Request;
            string echo =
                $"No such keys: {request.Headers["X-Key"]} and {request.Query["auth"]} in {request.Path}{request.QueryString}, {request.Headers.Authorization}";
            return TestServer.AnswerAsync(context, $$"""{"error":{"code":"BadKey","message":"{{echo}}"} }""", 401);
        });
        using OrdersClient client = CreateClient(
            server,
            ConnectorCredential.InHeader("X-Key", new AzureKeyCredential("header-secret")),
            ConnectorCredential.InQuery("auth", new AzureKeyCredential("query secret")),
            ConnectorCredential.Basic(new NetworkCredential("user", "pass-secret"))
        );

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetStatusAsync(Token));

        Assert.Equal(401, exception.Status);
        Assert.Equal("BadKey", exception.ErrorCode);
        Assert.Single(server.Requests);
        string shown = $"{exception.Message} {exception.ServiceMessage} {exception}";
        Assert.Contains("No such keys: REDACTED and REDACTED", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("user:pass-secret"u8), shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_a_service_that_cannot_be_reached_is_shown_nowhere()
    {
        await using TestServer server = await TestServer.StartAsync(static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using OrdersClient client = new(
            server.Endpoint,
            "conn",
            [ConnectorCredential.InQuery("auth", new AzureKeyCredential("query-secret"))],
            new ConnectorClientOptions { MaxRetries = 0, ThrottleRegistry = new ConnectorThrottleRegistry() }
        );

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetStatusAsync(Token));

        Assert.DoesNotContain("query-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_service_puts_into_links_gets_no_further()
    {
        AzureKeyCredential key = new("key-1");
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            int page = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
            string link = $"{context.Request.Path}?page={page + 1}&%41UTH={context.Request.Query["auth"]}&x=1&auth=evil";
            string next = page < 3 ? $$""","nextLink":"{{link}}" """ : "";
            key.Update($"key-{page + 1}");
            await TestServer.AnswerAsync(context, $$"""{"value":[{"name":"{{page}}"}]{{next}}}""");
        });
        using OrdersClient client = CreateClient(server, ConnectorCredential.InQuery("auth", key));

        List<Page<Order>> pages = await client.ListOrdersAsync(cancellationToken: Token).AsPages().ToListAsync(Token);
        await client.ListOrdersAsync(cancellationToken: Token).AsPages("?page=3&auth=leaked").ToListAsync(Token);

        Assert.Equal(
            ["/apim/orders/conn/orders?page=2&x=1", "/apim/orders/conn/orders?page=3&x=1", null],
            pages.Select(static page => page.ContinuationToken)
        );
        Assert.Equal(
            ["?auth=key-1", "?page=2&x=1&auth=key-2", "?page=3&x=1&auth=key-3", "?page=3&auth=key-4"],
            server.Requests.Select(static request => request.Target[request.Target.IndexOf('?', StringComparison.Ordinal)..])
        );
    }

    [Fact]
    public async Task Secrets_do_not_follow_a_redirect()
    {
        await using TestServer other = await TestServer.StartAsync("\"stolen\"");
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.Location = $"{other.Endpoint}/steal{context.Request.QueryString}";
            return TestServer.AnswerAsync(context, "", 307);
        });
        using OrdersClient client = CreateClient(
            server,
            ConnectorCredential.InQuery("auth", new AzureKeyCredential("query-secret")),
            ConnectorCredential.Token(new FakeCredential())
        );

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetStatusAsync(Token));

        Assert.Equal(307, exception.Status);
        Assert.Empty(other.Requests);
        Assert.DoesNotContain("query-secret", exception.Message, StringComparison.Ordinal);
    }

    private static OrdersClient CreateClient(TestServer server, params ConnectorCredential[] credentials) =>
        new(server.Endpoint, "conn", credentials, new ConnectorClientOptions { ThrottleRegistry = new ConnectorThrottleRegistry() });
}
