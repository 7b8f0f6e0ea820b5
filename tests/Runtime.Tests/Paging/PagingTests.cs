using Azure;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Paging;

public sealed class PagingTests
{
    private const string Path = "/apim/orders/conn/orders";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nextLink", "?page={0}")]
    [InlineData("nextLink", Path + "?page={0}")]
    [InlineData("@odata.nextLink", "https://elsewhere.example" + Path + "?page={0}")]
    [InlineData("nextLink", "http://elsewhere.example" + Path + "?page={0}")]
    [InlineData("nextLink", "//elsewhere.example" + Path + "?page={0}")]
    [InlineData("nextLink", "/apim/orders/conn/%6Frders?page={0}")]
    [InlineData("nextLink", "/APIM/Orders/CONN/Orders?page={0}")]
    public async Task A_link_is_followed_on_the_endpoint_wherever_it_points(string member, string link)
    {
        await using TestServer server = await StartAsync(page =>
            page == 3 ? "" : $",\"{member}\":\"{string.Format(null, link, page + 1)}\""
        );
        using OrdersClient client = server.CreateClient();

        List<string> names = await NamesAsync(client.ListOrdersAsync(top: 2, Token));

        Assert.Equal(["a1", "b1", "a2", "b2", "a3", "b3"], names);
        Assert.Equal([$"{Path}?$top=2", $"{Path}?page=2", $"{Path}?page=3"], server.Requests.Select(static request => request.Target));
        Assert.All(server.Requests, static request => Assert.Equal("Bearer token-1", request.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("""{"value":null,"nextLink":"?page=2"}""")]
    [InlineData("""{"value":[],"nextLink":"?page=2"}""")]
    [InlineData("""{"nextLink":"?page=2","@odata.count":{"value":[1]},"value":[]}""")]
    public async Task An_empty_page_does_not_end_a_listing(string first)
    {
        await using TestServer server = await TestServer.StartAsync(context =>
            TestServer.AnswerAsync(
                context,
                context.Request.Query.ContainsKey("page") ? """{"value":[{"name":"x"}],"nextLink":""}""" : first
            )
        );
        using OrdersClient client = server.CreateClient();

        Assert.Equal(["x"], await NamesAsync(client.ListOrdersAsync(cancellationToken: Token)));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":{"code":"Throttled","message":"Later."}}""")]
    [InlineData("""{"nextLink":"?page=2","@odata.count":{"value":[1]}}""")]
    public async Task A_page_without_its_items_is_an_error_and_no_end(string page)
    {
        await using TestServer server = await TestServer.StartAsync(page);
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            NamesAsync(client.ListOrdersAsync(cancellationToken: Token))
        );

        Assert.Equal((200, "ListOrders"), (exception.Status, exception.OperationName));
        Assert.Contains("at $ ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'value' with the page's items is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_need_not_be_models_and_the_members_can_have_other_names()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
            TestServer.AnswerAsync(
                context,
                context.Request.Query.ContainsKey("p") ? """{"names":["c"]}""" : """{"more":"?p=2","names":["a","b"],"nextLink":"?p=9"}"""
            )
        );
        using OrdersClient client = server.CreateClient();

        Assert.Equal(["a", "b", "c"], await client.ListNamesAsync(Token).ToListAsync(Token));
        Assert.Equal("/apim/orders/conn/names?p=2", server.Requests[^1].Target);
    }

    [Fact]
    public async Task A_listing_can_go_on_from_a_token_and_be_enumerated_twice()
    {
        await using TestServer server = await StartAsync(static page => page == 3 ? "" : $",\"nextLink\":\"?page={page + 1}\"");
        using OrdersClient client = server.CreateClient();
        AsyncPageable<Order> orders = client.ListOrdersAsync(cancellationToken: Token);

        Page<Order> first = await orders.AsPages().FirstAsync(Token);
        List<Page<Order>> rest = await orders.AsPages(first.ContinuationToken, pageSizeHint: 1).ToListAsync(Token);

        Assert.Equal($"{Path}?page=2", first.ContinuationToken);
        Assert.Equal(["a2", "b2", "a3", "b3"], rest.SelectMany(static page => page.Values).Select(static order => order.Name));
        Assert.Null(rest[^1].ContinuationToken);
        Assert.Equal(200, rest[^1].GetRawResponse().Status);
        Assert.Equal(6, (await NamesAsync(orders)).Count);
    }

    [Theory]
    [InlineData("https://evil.example/other")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/apim/orders/conn")]
    public async Task A_token_of_something_else_is_refused(string token)
    {
        await using TestServer server = await TestServer.StartAsync("{}");
        using OrdersClient client = server.CreateClient();

        Assert.Throws<ArgumentException>("continuationToken", () => client.ListOrdersAsync(cancellationToken: Token).AsPages(token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("https%253A%252F%252Fcontoso")]
    [InlineData("https%3A%2F%2Fcontoso")]
    [InlineData("https:%2f%2fcontoso")]
    public async Task A_link_may_encode_once_what_the_path_encodes_twice(string site)
    {
        await using TestServer server = await StartAsync(page =>
            page == 2 ? "" : $",\"nextLink\":\"https://service.example/apim/orders/conn/sites/{site}?page=2\""
        );
        using OrdersClient client = server.CreateClient();

        Assert.Equal(["a1", "b1", "a2", "b2"], await NamesAsync(client.ListSiteOrdersAsync("https://contoso", Token)));
        Assert.Equal("/apim/orders/conn/sites/https%253A%252F%252Fcontoso?page=2", server.Requests[^1].Target);
    }

    [Theory]
    [InlineData("/apim/orders/conn/admin?page=2", "leaves the operation's path")]
    [InlineData("../other?page=2", "leaves the operation's path")]
    [InlineData("https://evil.example/x", "leaves the operation's path")]
    [InlineData("mailto:x@evil.example", "is not an http address")]
    [InlineData("http://[", "is not an http address")]
    public async Task A_link_that_leaves_the_operation_is_an_error_after_what_was_delivered(string link, string expected)
    {
        await using TestServer server = await StartAsync(page => $",\"nextLink\":\"{(page == 1 ? "?page=2" : link)}\"");
        using OrdersClient client = server.CreateClient();
        List<string> names = [];

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            NamesAsync(client.ListOrdersAsync(cancellationToken: Token), names)
        );

        Assert.Equal(["a1", "b1", "a2", "b2"], names);
        Assert.Equal((200, "InvalidNextLink", "ListOrders"), (exception.Status, exception.ErrorCode, exception.OperationName));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Contains("ended after 2 pages with 4 items.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_listing_that_comes_back_to_a_page_ends_with_an_error(int back)
    {
        await using TestServer server = await StartAsync(page => $",\"nextLink\":\"?page={(page == 4 ? back : page + 1)}\"");
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(async () =>
            await client.ListOrdersAsync(cancellationToken: Token).AsPages($"{Path}?page=1").CountAsync(Token)
        );

        Assert.Equal("InvalidNextLink", exception.ErrorCode);
        Assert.Contains("was followed before", exception.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_token_ends_a_listing_midway(bool ofMethod)
    {
        await using TestServer server = await StartAsync(static page => $",\"nextLink\":\"?page={page + 1}\"");
        using OrdersClient client = server.CreateClient();
        using CancellationTokenSource method = new();
        using CancellationTokenSource enumeration = new();
        CancellationTokenSource source = ofMethod ? method : enumeration;
        int count = 0;

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Order _ in client.ListOrdersAsync(cancellationToken: method.Token).WithCancellation(enumeration.Token))
            {
                if (++count == 4)
                {
                    await source.CancelAsync();
                }
            }
        });

        Assert.Equal(4, count);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task An_error_midway_names_the_operation_and_nothing_is_sent_before_it_is_needed()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
            context.Request.Query.ContainsKey("page")
                ? TestServer.AnswerAsync(context, """{"value":[{"name":1}]}""")
                : TestServer.AnswerAsync(context, """{"value":[{"name":"a"}],"nextLink":"?page=2"}""")
        );
        using OrdersClient client = server.CreateClient();
        AsyncPageable<Order> orders = client.ListOrdersAsync(cancellationToken: Token);
        Assert.Empty(server.Requests);
        await orders.FirstAsync(Token);
        Assert.Single(server.Requests);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => NamesAsync(orders));

        Assert.StartsWith(
            "ListOrders failed: 200 OK, UnreadableAnswer: The JSON cannot be read at $.value[0].name",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    // Pages of two orders; what follows the items is the test's.
    private static Task<TestServer> StartAsync(Func<int, string> rest) =>
        TestServer.StartAsync(context =>
        {
            int page = int.TryParse(context.Request.Query["page"], out int number) ? number : 1;
            return TestServer.AnswerAsync(context, $$"""{"value":[{"name":"a{{page}}"},{"name":"b{{page}}"}]{{rest(page)}}}""");
        });

    private static async Task<List<string>> NamesAsync(AsyncPageable<Order> orders, List<string>? names = null)
    {
        names ??= [];
        await foreach (Order order in orders.WithCancellation(Token))
        {
            names.Add(order.Name);
        }

        return names;
    }
}
