using PowerConnectors.Json;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

public sealed class BodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Order Read => ConnectorJson.Parse<Order>("""{"id":"7","name":"pears","quantity":null,"plan":{"tier":1}}"""u8);

    [Fact]
    public async Task A_missing_required_member_is_named_by_its_path_and_nothing_is_sent()
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();
        OrderList orders = new() { Orders = [new Order { Name = "pears" }, new Order { Name = null! }] };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => client.ImportOrdersAsync(orders, Token));

        Assert.Equal("orders", exception.ParamName);
        Assert.StartsWith("ImportOrders was not sent", exception.Message, StringComparison.Ordinal);
        Assert.Contains("$.orders[1].name", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Read_only_members_stay_and_undeclared_ones_and_nulls_are_sent()
    {
        await using TestServer server = await TestServer.StartAsync("""{"name":"x"}""");
        using OrdersClient client = server.CreateClient();

        await client.UpdateOrderAsync("7", Read, Token);

        Assert.Equal("""{"name":"pears","quantity":null,"plan":{"tier":1}}""", server.Request.Body);
    }

    [Fact]
    public async Task Undeclared_members_stay_where_the_options_say_so()
    {
        await using TestServer server = await TestServer.StartAsync("""{"name":"x"}""");
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { SendUndeclaredMembers = false });

        await client.UpdateOrderAsync("7", Read, Token);

        Assert.Equal("""{"name":"pears","quantity":null}""", server.Request.Body);
    }

    [Fact]
    public async Task An_optional_body_can_be_left_out_and_a_body_need_not_be_a_model()
    {
        await using TestServer server = await TestServer.StartAsync("""{"name":"x"}""");
        using OrdersClient client = server.CreateClient();

        await client.UpdateOrderAsync("7", null, Token);
        await client.TagOrderAsync("7", ["a", "ü"], Token);

        Assert.Equal(["", """["a","ü"]"""], server.Requests.Select(static request => request.Body));
    }
}
