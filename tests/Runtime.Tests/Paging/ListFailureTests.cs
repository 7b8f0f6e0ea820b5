using Azure;
using Azure.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Paging;

public sealed class ListFailureTests
{
    private const string Path = "/apim/orders/conn/orders";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, null, "")]
    [InlineData(2, Path + "?page=2", " The listing ended after 1 page with 2 items; AsPages(ListProgress.ContinuationToken) goes on.")]
    [InlineData(3, Path + "?page=3", " The listing ended after 2 pages with 4 items; AsPages(ListProgress.ContinuationToken) goes on.")]
    public async Task A_refused_page_tells_how_far_the_listing_came(int failing, string? token, string end)
    {
        await using TestServer server = await StartAsync(failing, static context => TestServer.AnswerAsync(context, "{}", 404));
        using OrdersClient client = server.CreateClient();
        List<string> names = [];

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            ListAsync(client.ListOrdersAsync(cancellationToken: Token), names)
        );

        AssertProgress(failing - 1, token, exception);
        Assert.Same(exception.ListProgress, ConnectorListProgress.Find(exception));
        Assert.Equal((failing - 1) * 2, names.Count);
        Assert.EndsWith($"){end}", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("page=", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_client_goes_on_where_a_listing_ended()
    {
        bool broken = true;
        await using TestServer server = await StartAsync(
            3,
            context => broken ? TestServer.AnswerAsync(context, "<html>", 502) : AnswerAsync(context, 3)
        );
        List<string> names = [];
        using OrdersClient first = server.CreateClient(new ConnectorClientOptions { MaxRetries = 0 });
        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            ListAsync(first.ListOrdersAsync(cancellationToken: Token), names)
        );

        // What fails again at once is still the same page.
        using OrdersClient second = server.CreateClient(new ConnectorClientOptions { MaxRetries = 0 });
        ConnectorRequestException again = await Assert.ThrowsAsync<ConnectorRequestException>(async () =>
            await second.ListOrdersAsync(cancellationToken: Token).AsPages(exception.ListProgress!.ContinuationToken).CountAsync(Token)
        );
        AssertProgress(0, $"{Path}?page=3", again);
        broken = false;
        await foreach (Page<Order> page in second.ListOrdersAsync(cancellationToken: Token).AsPages(again.ListProgress!.ContinuationToken))
        {
            names.AddRange(page.Values.Select(static order => order.Name));
        }

        Assert.Equal(["a1", "b1", "a2", "b2", "a3", "b3", "a4", "b4"], names);
    }

    [Fact]
    public async Task Of_a_page_with_an_unreadable_item_nothing_is_delivered()
    {
        await using TestServer server = await StartAsync(
            2,
            static context => TestServer.AnswerAsync(context, """{"value":[{"name":"a2"},{"name":2}],"nextLink":"?page=3"}""")
        );
        using OrdersClient client = server.CreateClient();
        List<string> names = [];

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            ListAsync(client.ListOrdersAsync(cancellationToken: Token), names)
        );

        Assert.Equal("UnreadableAnswer", exception.ErrorCode);
        Assert.Equal(["a1", "b1"], names);
        AssertProgress(1, $"{Path}?page=2", exception);
    }

    [Fact]
    public async Task After_a_link_that_must_not_be_followed_there_is_no_way_on()
    {
        await using TestServer server = await StartAsync(
            2,
            static context => TestServer.AnswerAsync(context, """{"value":[{"name":"a2"},{"name":"b2"}],"nextLink":"/elsewhere"}""")
        );
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            ListAsync(client.ListOrdersAsync(cancellationToken: Token), [])
        );

        Assert.Equal("InvalidNextLink", exception.ErrorCode);
        AssertProgress(2, null, exception);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_listing_can_go_on(bool ofMethod)
    {
        await using TestServer server = await StartAsync();
        using OrdersClient client = server.CreateClient();
        using CancellationTokenSource source = new();
        int count = 0;

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            AsyncPageable<Order> orders = client.ListOrdersAsync(cancellationToken: ofMethod ? source.Token : default);
            await foreach (Order _ in orders.WithCancellation(ofMethod ? default : source.Token))
            {
                if (++count == 4)
                {
                    await source.CancelAsync();
                }
            }
        });

        AssertProgress(2, $"{Path}?page=3", exception);
    }

    [Fact]
    public async Task A_call_that_is_not_sent_tells_it_too()
    {
        await using TestServer server = await StartAsync();
        using OrdersClient client = server.CreateClient(
            new ConnectorClientOptions { Limits = [new ConnectorLimit(2, TimeSpan.FromHours(1))], ThrottleQueueLimit = 0 }
        );

        ConnectorThrottledException exception = await Assert.ThrowsAsync<ConnectorThrottledException>(() =>
            ListAsync(client.ListOrdersAsync(cancellationToken: Token), [])
        );

        AssertProgress(2, $"{Path}?page=3", exception);
        Assert.EndsWith(
            "The listing ended after 2 pages with 4 items; AsPages(ListProgress.ContinuationToken) goes on.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_credential_that_fails_midway_tells_it_of_one_listing_and_of_several_nothing_that_is_wrong()
    {
        FakeTimeProvider time = new();
        InvalidOperationException failure = new("no token");
        FakeCredential credential = new()
        {
            Next = (number, _) =>
                number == 1 ? Task.FromResult(new AccessToken("token-1", time.GetUtcNow() + TimeSpan.FromHours(1))) : throw failure,
        };
        await using TestServer server = await StartAsync();
        using OrdersClient client = new(
            server.Endpoint,
            "conn",
            credential,
            new ConnectorClientOptions { TimeProvider = time, ThrottleRegistry = new ConnectorThrottleRegistry() }
        );
        await using IAsyncEnumerator<Page<Order>> one = client
            .ListOrdersAsync(cancellationToken: Token)
            .AsPages()
            .GetAsyncEnumerator(Token);
        await using IAsyncEnumerator<Page<Order>> other = client
            .ListOrdersAsync(cancellationToken: Token)
            .AsPages()
            .GetAsyncEnumerator(Token);
        Assert.True(await one.MoveNextAsync());
        Assert.True(await other.MoveNextAsync());
        Assert.True(await other.MoveNextAsync());

        time.Advance(TimeSpan.FromHours(2));
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(async () => await one.MoveNextAsync()));
        AssertProgress(1, $"{Path}?page=2", failure);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(async () => await other.MoveNextAsync()));
        Assert.Null(ConnectorListProgress.Find(failure));
    }

    [Fact]
    public async Task A_call_that_is_no_listing_has_no_progress()
    {
        await using TestServer server = await TestServer.StartAsync("{}", 404);
        using OrdersClient client = server.CreateClient();

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));

        Assert.Null(ConnectorListProgress.Find(exception));
        Assert.Null(ConnectorListProgress.Find(new InvalidOperationException()));
    }

    // Four pages of two orders, one of which is answered as a test says.
    private static Task<TestServer> StartAsync(int failing = 0, Func<HttpContext, Task>? answer = null) =>
        TestServer.StartAsync(context =>
        {
            int page = int.TryParse(context.Request.Query["page"], out int number) ? number : 1;
            return page == failing ? answer!(context) : AnswerAsync(context, page);
        });

    private static Task AnswerAsync(HttpContext context, int page)
    {
        string next = page == 4 ? "" : $",\"nextLink\":\"?page={page + 1}\"";
        return TestServer.AnswerAsync(context, $$"""{"value":[{"name":"a{{page}}"},{"name":"b{{page}}"}]{{next}}}""");
    }

    private static async Task ListAsync(AsyncPageable<Order> orders, List<string> names)
    {
        await foreach (Order order in orders.WithCancellation(Token))
        {
            names.Add(order.Name);
        }
    }

    private static void AssertProgress(int pages, string? token, Exception exception)
    {
        ConnectorListProgress progress = ConnectorListProgress.Find(exception)!;
        Assert.Equal((pages, pages * 2L, token), (progress.Pages, progress.Items, progress.ContinuationToken));
    }
}
