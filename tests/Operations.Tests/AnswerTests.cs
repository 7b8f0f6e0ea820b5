using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;

namespace PowerConnectors.Operations.Tests;

public sealed class AnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_is_handed_on_before_its_end_has_come()
    {
        TaskCompletionSource read = new();
        await using FormsService service = await FormsService.StartAsync(async context =>
        {
            await context.Response.WriteAsync("first", Token);
            await context.Response.Body.FlushAsync(Token);
            await read.Task.WaitAsync(Token);
            await context.Response.WriteAsync(" last", Token);
        });

        Response<Stream> response = await service.Client.GetContentAsync(Token);
        await using Stream content = response.Value;
        byte[] first = new byte[5];
        await content.ReadExactlyAsync(first, Token);
        read.SetResult();
        using StreamReader rest = new(content);

        Assert.Equal("first", Encoding.UTF8.GetString(first));
        Assert.Equal(" last", await rest.ReadToEndAsync(Token));
        Assert.Equal(200, response.GetRawResponse().Status);
        Assert.Equal("application/pdf, */*;q=0.1", service.Request.Headers.Accept);
    }

    [Fact]
    public async Task An_error_in_place_of_a_stream_is_read()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("""{"error":{"code":"NoFile","message":"There is none"}}""", Token);
        });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.GetContentAsync(Token)
        );

        Assert.Equal("NoFile", exception.ErrorCode);
    }

    [Theory]
    [InlineData(200, """{"name":"x"}""", true)]
    [InlineData(204, "", false)]
    public async Task An_answer_may_have_no_value(int status, string body, bool hasValue)
    {
        await using FormsService service = await FormsService.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body, Token);
        });

        NullableResponse<Thing> response = await service.Client.GetMaybeAsync(Token);

        Assert.Equal(hasValue, response.HasValue);
        Assert.Equal(hasValue ? "x" : null, response.HasValue ? response.Value!.Name : null);
        Assert.Equal(status, response.GetRawResponse().Status);
    }

    [Fact]
    public async Task The_default_answer_is_the_answer_where_no_other_is_declared_and_HEAD_has_none()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
            context.Request.Method == "HEAD" ? Task.CompletedTask : context.Response.WriteAsync("""{"name":"x"}""", Token)
        );

        Thing changed = await service.Client.ChangeMaybeAsync(Token);
        Response head = await service.Client.HeadMaybeAsync(Token);

        Assert.Equal("x", changed.Name);
        Assert.Equal(200, head.Status);
    }

    [Fact]
    public async Task Pages_of_a_POST_are_followed_whatever_their_items_and_link_are_called()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
            context.Response.WriteAsync(
                context.Request.QueryString.HasValue ? """{"rows":["b"]}""" : """{"rows":["a"],"nextLink":"/apim/maybe?page=2"}""",
                Token
            )
        );

        List<string> rows = [];
        await foreach (string row in service.Client.ListByPostAsync(Token))
        {
            rows.Add(row);
        }

        Assert.Equal(["a", "b"], rows);
    }
}
