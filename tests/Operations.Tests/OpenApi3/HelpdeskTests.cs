using System.Text;
using Azure;
using Helpdesk;

namespace PowerConnectors.Operations.Tests.OpenApi3;

/// <summary>An OpenAPI 3.0 document with a connector's extensions and an overlay, called on a real service.</summary>
public sealed class HelpdeskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Extensions_count_as_in_swagger()
    {
        await using FormsService service = await FormsService.StartAsync(
            """{ "tickets": [ { "id": "1", "state": "open", "pin": "0000" } ] }"""
        );
        using HelpdeskClient client = Connect(service);

        List<Ticket> tickets = [];
        await foreach (Ticket ticket in client.TicketsListAsync(TicketState.Open, cancellationToken: Token))
        {
            tickets.Add(ticket);
        }

        Assert.Equal("0000", Assert.Single(tickets).Pin);
        Assert.Equal("/apim/tenants/t1/tickets?state=open&tz=UTC", service.Request.PathAndQuery);
        Assert.StartsWith("Bearer ", service.Request.Headers.Authorization.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overlay_names_types_by_the_places_of_the_document()
    {
        await using FormsService service = await FormsService.StartAsync("""{ "id": "1", "state": "open" }""");
        using HelpdeskClient client = Connect(service);

        Ticket ticket = await client.TicketsCreateAsync(
            new TicketsCreateRequest { Subject = "s", Parts = [new TicketPart { Text = "t" }] },
            Token
        );

        Assert.Equal("1", ticket.Id);
        Assert.Equal("""{"subject":"s","parts":[{"text":"t"}]}""", Encoding.UTF8.GetString(service.Request.Body));
    }

    [Fact]
    public async Task References_to_any_place_are_followed()
    {
        await using FormsService service = await FormsService.StartAsync("""{ "id": "1", "state": "closed" }""");
        using HelpdeskClient client = Connect(service);

        Response<Ticket> ticket = await client.TicketsSetStateAsync("a/b", TicketState.Closed, Token);

        Assert.Equal(TicketState.Closed, ticket.Value.State);
        Assert.Equal("\"closed\"", Encoding.UTF8.GetString(service.Request.Body));
        Assert.Equal("/apim/tenants/t1/tickets/a%252Fb/state", service.Request.PathAndQuery);
    }

    private static HelpdeskClient Connect(FormsService service) => new(service.Endpoint, "t1", new FixedToken(), FormsService.NewOptions());
}
