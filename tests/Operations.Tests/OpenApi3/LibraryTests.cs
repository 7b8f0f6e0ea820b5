using System.Text;
using System.Text.Json;
using Azure;
using Library;

namespace PowerConnectors.Operations.Tests.OpenApi3;

/// <summary>An OpenAPI 3.0 document with components, servers and several media types, called on a real service.</summary>
public sealed class LibraryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parameters_are_written_in_their_styles()
    {
        await using FormsService service = await FormsService.StartAsync("""{ "value": [ { "title": "Momo", "subtitle": null } ] }""");
        using LibraryClient client = Connect(service);

        List<Book> books = [];
        await foreach (
            Book book in client.ListBooksAsync(
                "a/b",
                genre: [Genre.Novel, Genre.Poetry],
                isbn: ["1", "2"],
                shelf: [3, 4],
                order: Order.Year,
                where: """{"a":1}""",
                acceptLanguage: "de",
                cancellationToken: Token
            )
        )
        {
            books.Add(book);
        }

        Assert.Equal("Momo", Assert.Single(books).Title);
        Assert.Equal(
            "/apim/branches/a%2Fb/books?genre=Novel&genre=Poetry&isbn=1,2&shelf=3%7C4&order=Year&where=%7B%22a%22%3A1%7D",
            service.Request.PathAndQuery.Replace("%2C", ",", StringComparison.Ordinal)
        );
        Assert.Equal("de", service.Request.Headers.AcceptLanguage);
        Assert.Equal("secret", service.Request.Headers["Subscription-Key"]);
    }

    [Fact]
    public async Task What_may_be_null_need_not_be_given_and_can_be_sent_as_null()
    {
        await using FormsService service = await FormsService.StartAsync(
            """{ "id": 7, "title": "Momo", "subtitle": null, "owner": { "street": "Main" } }"""
        );
        using LibraryClient client = Connect(service);
        Book sent = new() { Title = "Momo", Id = 3 };
        sent.Json.SetNull("subtitle");

        Book got = await client.AddBookAsync("1", sent, Token);

        Assert.Equal("""{"title":"Momo","subtitle":null}""", Encoding.UTF8.GetString(service.Request.Body));
        Assert.Equal(7, got.Id);
        Assert.Null(got.Subtitle);
        Assert.Equal("Main", got.Owner!.Value.GetProperty("street").GetString());
    }

    [Fact]
    public async Task Of_several_media_types_json_is_sent_as_what_it_is_called()
    {
        await using FormsService service = await FormsService.StartAsync("""{ "title": "Momo" }""");
        using LibraryClient client = Connect(service);

        await client.ChangeBookAsync("1", 2, new BookChange { Genre = Genre.Science }, Token);

        Assert.Equal("application/merge-patch+json", service.Request.Headers.ContentType.ToString().Split(';')[0]);
        Assert.Equal("""{"genre":"Science"}""", Encoding.UTF8.GetString(service.Request.Body));
    }

    [Fact]
    public async Task A_form_of_parts_has_files_lists_and_json()
    {
        await using FormsService service = await FormsService.StartAsync("2 books", "text/plain");
        using LibraryClient client = Connect(service);
        using MemoryStream list = new([1, 2]);

        string answer = await client.ImportBooksAsync(
            new ConnectorFile(list, "books.csv"),
            "1",
            labels: ["a", "b"],
            covers: [new ConnectorFile(new MemoryStream([3]), "1.png"), new ConnectorFile(new MemoryStream([4]), "2.png")],
            genre: Genre.Novel,
            mapping: """{"title":"T"}""",
            cancellationToken: Token
        );

        Assert.Equal("2 books", answer);
        Assert.StartsWith("multipart/form-data", service.Request.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Equal([1, 2], service.Request.FileContent);
        Assert.Equal("a,b", service.Request.Form!["labels"]);
        Assert.Equal("Novel", service.Request.Form["genre"]);
        Assert.Equal(["books.csv", "1.png", "2.png"], service.Request.Form.Files.Select(static file => file.FileName));
        Assert.Equal("""{"title":"T"}""", service.Request.Form["mapping"]);
    }

    [Fact]
    public async Task A_form_of_fields_repeats_lists()
    {
        await using FormsService service = await FormsService.StartAsync("""{ "id": "L1" }""");
        using LibraryClient client = Connect(service);

        NullableResponse<Loan> loan = await client.BorrowAsync(new Guid(7, 0, 0, new byte[8]), days: 3, notify: ["a", "b"], Token);

        Assert.Equal("L1", loan.Value!.Id);
        Assert.Equal("copy=00000007-0000-0000-0000-000000000000&days=3&notify=a&notify=b", Encoding.UTF8.GetString(service.Request.Body));
    }

    [Fact]
    public async Task Content_is_sent_and_read_as_it_is()
    {
        await using FormsService service = await FormsService.StartAsync("png", "image/png");
        using LibraryClient client = Connect(service);
        using MemoryStream picture = new([1, 2, 3]);

        await client.PutCoverAsync(5, picture, Token);
        Response<Stream> cover = await client.GetCoverAsync(5, Token);
        using StreamReader reader = new(cover.Value);

        Assert.Equal("png", await reader.ReadToEndAsync(Token));
        Assert.Equal("image/png", service.Requests[0].Headers.ContentType);
        Assert.Equal([1, 2, 3], service.Requests[0].Body);
        Assert.Equal("image/png, image/jpeg, */*;q=0.1", service.Requests[1].Headers.Accept);
    }

    [Fact]
    public async Task Answers_of_which_only_some_are_json_are_read_as_they_are()
    {
        await using FormsService service = await FormsService.StartAsync("""{ "id": "L1" }""");
        using LibraryClient client = Connect(service);

        Response<Stream> receipt = await client.GetReceiptAsync("L1", Token);
        using JsonDocument json = await JsonDocument.ParseAsync(receipt.Value, cancellationToken: Token);

        Assert.Equal("L1", json.RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_choice_is_free_json_and_what_the_choices_share_is_typed()
    {
        await using FormsService service = await FormsService.StartAsync("""[ { "kind": "book", "book": { "title": "Momo" } } ]""");
        using LibraryClient client = Connect(service);
        using JsonDocument body = JsonDocument.Parse("""{"title":"x"}""");

        Response<IList<Finding>> found = await client.SearchAsync(body.RootElement, Token);

        Finding finding = Assert.Single(found.Value);
        Assert.Equal("book", finding.Kind);
        Assert.Equal("Momo", finding.Json["book"].GetProperty("title").GetString());
        Assert.Equal("""{"title":"x"}""", Encoding.UTF8.GetString(service.Request.Body));
    }

    [Fact]
    public void The_server_over_https_is_the_endpoint_with_its_variables_defaults() =>
        Assert.Equal(new Uri("https://north.library.example/v2"), new LibraryClientSettings().Endpoint);

    private static LibraryClient Connect(FormsService service) =>
        new(service.Endpoint, new AzureKeyCredential("secret"), FormsService.NewOptions());
}
