using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PowerConnectors.Json;

namespace PowerConnectors.Operations.Tests;

public sealed class BodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_is_sent_and_read_as_text()
    {
        await using FormsService service = await FormsService.StartAsync("plain ü", "text/plain; charset=utf-8");

        string answer = await service.Client.PutTextAsync("a;ü", cancellationToken: Token);

        Assert.Equal("plain ü", answer);
        Assert.Equal("a;ü", Encoding.UTF8.GetString(service.Request.Body));
        Assert.Equal("text/csv; charset=utf-8", service.Request.Headers.ContentType);
    }

    [Fact]
    public async Task The_caller_can_say_what_a_body_is_but_only_by_a_media_type()
    {
        await using FormsService service = await FormsService.StartAsync("", "text/plain");

        await service.Client.PutTextAsync("a", "text/tab-separated-values", Token);
        await Assert.ThrowsAsync<ArgumentException>(() => service.Client.PutTextAsync("a", "nonsense", Token));

        Assert.Equal("text/tab-separated-values", service.Request.Headers.ContentType);
    }

    [Fact]
    public async Task A_form_holds_its_fields()
    {
        await using FormsService service = await FormsService.StartAsync();

        await service.Client.PostFormAsync("a&b=c ü", [1, 2], Token);

        Assert.Equal("application/x-www-form-urlencoded", service.Request.Headers.ContentType);
        Assert.Equal("a&b=c ü", service.Request.Form!["user name"]);
        Assert.Equal("1,2", service.Request.Form["ids"].ToString());
        Assert.Equal("code", service.Request.Form["grant"]);
    }

    [Fact]
    public async Task A_form_whose_parts_only_a_header_tells_of_has_them()
    {
        await using FormsService service = await FormsService.StartAsync();

        await service.Client.PostPartsAsync("refresh", Token);

        Assert.StartsWith("multipart/form-data; boundary=", service.Request.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Equal("refresh", service.Request.Form!["action"]);
    }

    [Fact]
    public async Task A_model_can_be_a_form()
    {
        await using FormsService service = await FormsService.StartAsync();

        await service.Client.PostModelAsync(
            new Thing
            {
                Name = "a&b",
                Count = 3,
                Tags = ["x"],
            },
            Token
        );
        await service.Client.PutModelAsync(JsonElement.Parse("""{"name":"a\"b","flag":true}"""), Token);
        await Assert.ThrowsAsync<ArgumentException>(() => service.Client.PutModelAsync(JsonElement.Parse("[]"), Token));

        Assert.Equal("application/x-www-form-urlencoded", service.Requests[0].Headers.ContentType);
        Assert.Equal("name=a%26b&count=3&tags=%5B%22x%22%5D", Encoding.UTF8.GetString(service.Requests[0].Body));
        Assert.StartsWith("multipart/form-data", service.Requests[1].Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Equal("a\"b", service.Requests[1].Form!["name"]);
        Assert.Equal("true", service.Requests[1].Form!["flag"]);
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData("plain.pdf", "plain.pdf")]
    [InlineData("ü \"; x=\"\r\nX-Admin: 1\r\n\r\n--", "ü %22; x=%22%0D%0AX-Admin: 1%0D%0A%0D%0A--")]
    public async Task A_file_arrives_whole_whatever_its_name(string name, string arrived)
    {
        await using FormsService service = await FormsService.StartAsync();
        byte[] content = [0, 13, 10, 45, 45, 255];

        await service.Client.UploadAsync(
            new ConnectorFile(new MemoryStream(content), name) { ContentType = "application/pdf" },
            "good",
            Token
        );

        IFormFile file = Assert.Single(service.Request.Form!.Files);
        Assert.Equal(content, service.Request.FileContent);
        Assert.Equal(arrived, file.FileName);
        Assert.Equal("application/pdf", file.ContentType);
        Assert.Equal(["Content-Disposition", "Content-Type"], file.Headers.Keys.Order());
        Assert.Equal("good", service.Request.Form["comment"]);
    }

    [Fact]
    public async Task A_list_of_files_is_a_part_for_each_and_hidden_lists_are_written_as_the_document_says()
    {
        await using FormsService service = await FormsService.StartAsync();

        await service.Client.UploadManyAsync(
            [new ConnectorFile(new MemoryStream([1, 255]), "a.bin"), new ConnectorFile(new MemoryStream([2, 3, 4]), "b.bin")],
            "hello",
            Token
        );
        await Assert.ThrowsAsync<ArgumentException>(() => service.Client.UploadManyAsync([null!], cancellationToken: Token));

        Seen request = service.Request;
        Assert.Equal(
            [("files", "a.bin", 2L), ("files", "b.bin", 3L)],
            request.Form!.Files.Select(static file => (file.Name, file.FileName, file.Length))
        );
        Assert.Equal([1, 255], request.FileContent);
        Assert.Equal("hello", request.Form["note"]);
        Assert.Equal(["x", "y"], request.Form["kinds"].ToArray());
        Assert.EndsWith("/uploads?marks=1%7C2&each=p&each=q", request.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_builds_upon_a_model_can_be_sent_and_read_in_its_place()
    {
        await using FormsService service = await FormsService.StartAsync(
            """{ "first": { "kind": "Cat", "name": "Tom", "lives": 7, "x": 1 } }"""
        );
        Cat sent = new()
        {
            Kind = "Cat",
            Name = "Tom",
            Lives = 9,
        };

        PutAnimalsResponse answer = await service.Client.PutAnimalsAsync(
            [ConnectorJson.Parse<Animal>(ConnectorJson.ToUtf8Bytes(sent))],
            Token
        );
        Cat read = ConnectorJson.Parse<Cat>(ConnectorJson.ToUtf8Bytes(answer.First!));

        Assert.Equal("""[{"kind":"Cat","name":"Tom","lives":9}]""", Encoding.UTF8.GetString(service.Request.Body));
        Assert.Equal(7, read.Lives);
        Assert.Equal(1, read.Json["x"].GetInt32());
    }

    [Fact]
    public async Task A_body_of_the_path_is_that_of_its_operations_unless_they_have_their_own()
    {
        await using FormsService service = await FormsService.StartAsync();

        await service.Client.PutSharedAsync(new Thing { Name = "n" }, Token);
        await service.Client.ChangeSharedAsync(3, Token);

        Assert.Equal(["""{"name":"n"}""", "3"], service.Requests.Select(static request => Encoding.UTF8.GetString(request.Body)));
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_read_again_for_another_attempt()
    {
        int attempts = 0;
        await using FormsService service = await FormsService.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref attempts) == 1 ? 503 : 200;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });
        MemoryStream content = new("__body"u8.ToArray()) { Position = 2 };

        await service.Client.PutContentAsync(content, Token);

        Assert.Equal(["body", "body"], service.Requests.Select(static request => Encoding.UTF8.GetString(request.Body)));
        Assert.All(service.Requests, static request => Assert.Equal("application/pdf", request.Headers.ContentType));
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once_and_the_exception_says_so()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.PutContentAsync(new OneWayStream("body"u8.ToArray()), Token)
        );

        Assert.Equal("body", Encoding.UTF8.GetString(service.Request.Body));
        Assert.Contains("cannot be read a second time", exception.Message, StringComparison.Ordinal);
    }

    private sealed class OneWayStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
