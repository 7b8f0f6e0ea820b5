using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PowerConnectors.Operations.Tests;

public sealed class TriggerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poll_tells_what_has_happened_and_the_next_goes_on_from_there()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
        {
            bool isFirst = !context.Request.Query.ContainsKey("since");
            context.Response.StatusCode = isFirst ? 200 : 202;
            context.Response.Headers.Location = isFirst ? "https://elsewhere.example/apim/news?since=1&kind=a" : "";
            context.Response.Headers.RetryAfter = "15";
            return context.Response.WriteAsync(isFirst ? """{"value":[{"name":"x"},{"name":"y"}]}""" : """{"status":"nothing"}""", Token);
        });

        ConnectorPoll<Thing> first = await service.Client.PollOnNewThingsAsync("a", cancellationToken: Token);
        ConnectorPoll<Thing> second = await service.Client.PollOnNewThingsAsync("a", first.ContinuationToken, Token);
        await service.Client.PollOnNewThingsAsync("a", second.ContinuationToken, Token);

        Assert.Equal(["x", "y"], first.Items.Select(static thing => thing.Name));
        Assert.Equal(TimeSpan.FromSeconds(15), first.RetryAfter);
        Assert.Empty(second.Items);
        Assert.Equal(202, second.GetRawResponse().Status);
        Assert.Equal(
            ["/apim/news?kind=a", "/apim/news?since=1&kind=a", "/apim/news?since=1&kind=a"],
            service.Requests.Select(static request => request.PathAndQuery)
        );
    }

    [Theory]
    [InlineData(200, """{"name":"x"}""", "x")]
    [InlineData(202, "", null)]
    [InlineData(204, "", null)]
    public async Task A_trigger_of_single_things_tells_one_or_none(int status, string body, string? name)
    {
        await using FormsService service = await FormsService.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body, Token);
        });

        ConnectorPoll<Thing> poll = await service.Client.PollOnChangeAsync(cancellationToken: Token);

        Assert.Equal(name is null ? [] : [name], poll.Items.Select(static thing => thing.Name));
        Assert.Null(poll.RetryAfter);
        Assert.Null(poll.ContinuationToken);
    }

    [Fact]
    public async Task A_trigger_can_tell_what_is_not_JSON()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, 1, 2];
        await using FormsService service = await FormsService.StartAsync(context =>
            context.Response.Body.WriteAsync(content, Token).AsTask()
        );

        ConnectorPoll<BinaryData> poll = await service.Client.PollOnNewFileAsync(cancellationToken: Token);

        Assert.Equal(content, Assert.Single(poll.Items).ToArray());
        Assert.Equal("application/pdf, */*;q=0.1", service.Request.Headers.Accept);
    }

    [Fact]
    public async Task A_poll_never_leaves_the_path_of_its_operation()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
        {
            context.Response.Headers.Location = "/apim/admin?since=1";
            return context.Response.WriteAsync("""{"value":[]}""", Token);
        });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.PollOnNewThingsAsync("a", cancellationToken: Token)
        );
        await Assert.ThrowsAsync<ArgumentException>(() => service.Client.PollOnNewThingsAsync("a", "/apim/admin", Token));

        Assert.Equal("InvalidNextLink", exception.ErrorCode);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_webhook_is_registered_and_an_endpoint_reads_what_it_is_sent()
    {
        TaskCompletionSource<WhenThingChangesNotification?> received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using WebApplication endpoint = builder.Build();
        endpoint.Run(async context =>
            received.SetResult(
                await context.Request.ReadFromJsonAsync(FormsJsonContext.Default.WhenThingChangesNotification, context.RequestAborted)
            )
        );
        await endpoint.StartAsync(Token);

        // The service calls back whatever URL it was given.
        await using FormsService service = await FormsService.StartAsync(static async context =>
        {
            context.Request.Body.Position = 0;
            using JsonDocument hook = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: Token);
            using HttpClient caller = new();
            using StringContent content = new("""{"event":"made","thing":{"name":"x"},"more":1}""", Encoding.UTF8, "application/json");
            (await caller.PostAsync(hook.RootElement.GetProperty("callbackUrl").GetString(), content, Token)).EnsureSuccessStatusCode();
            context.Response.StatusCode = 201;
        });
        await service.Client.WhenThingChangesAsync(new WhenThingChangesRequest { CallbackUrl = $"{endpoint.Urls.Single()}/called" }, Token);
        WhenThingChangesNotification? notification = await received.Task.WaitAsync(Token);

        Assert.Equal(WhenThingChangesNotificationEvent.Made, notification!.Event);
        Assert.Equal("x", notification.Thing!.Name);
        Assert.Equal(1, notification.Json["more"].GetInt32());
    }
}
