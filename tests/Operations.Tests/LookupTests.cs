using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;
using Microsoft.AspNetCore.Http;

namespace PowerConnectors.Operations.Tests;

/// <summary>What there is to choose from, and the schema of what is free JSON, as the document says where to ask for them.</summary>
public sealed class LookupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Choices_are_listed_over_all_pages_by_the_operation_that_the_document_names()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
            context.Response.WriteAsync(
                context.Request.Query.ContainsKey("page")
                    ? """{"value":[{"name":"t3","labels":{"en":3}},{"name":null,"labels":{"en":"Nobody"}},{"labels":{"en":"Nothing"}}]}"""
                    : """{"value":[{"name":"t1","labels":{"en":"Table ü"}},{"name":"t2","labels":{}}],"nextLink":"/apim/datasets/d%2Fs/tables?page=2"}""",
                Token
            )
        );

        List<ConnectorChoice> choices = [];
        await foreach (ConnectorChoice choice in service.Client.ListTablesFalseABChoicesAsync("d/s", Token))
        {
            choices.Add(choice);
        }

        Assert.Equal(["t1", "t2", "t3"], choices.Select(static choice => choice.Value));
        Assert.Equal(["Table ü", "t2", "3"], choices.Select(static choice => choice.Title));
        Assert.Equal(
            ["/apim/datasets/d%2Fs/tables?kind=a%20b&archived=false", "/apim/datasets/d%2Fs/tables?page=2"],
            service.Requests.Select(static request => request.PathAndQuery)
        );
    }

    [Fact]
    public async Task A_page_of_choices_goes_on_where_the_listing_does()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
            context.Response.WriteAsync(
                context.Request.Query.ContainsKey("page")
                    ? """{"value":[{"name":"t2"}]}"""
                    : """{"value":[{"name":"t1"}],"nextLink":"/apim/datasets/d/tables?page=2"}""",
                Token
            )
        );

        AsyncPageable<ConnectorChoice> choices = service.Client.ListTablesFalseABChoicesAsync("d", Token);
        Page<ConnectorChoice> first = await choices.AsPages().FirstAsync(Token);
        Page<ConnectorChoice> second = await choices.AsPages(first.ContinuationToken).FirstAsync(Token);

        Assert.Equal("t2", Assert.Single(second.Values).Value);
        Assert.Null(second.ContinuationToken);
        Assert.Equal(200, second.GetRawResponse().Status);
    }

    [Fact]
    public async Task Choices_can_stand_deep_in_one_answer_declared_or_not()
    {
        await using FormsService service = await FormsService.StartAsync("""{"result":{"columns":[{"id":"c1"},{"id":"c2"}],"count":2}}""");

        List<ConnectorChoice> choices = await service.Client.ListColumnsChoicesAsync("t", Token).ToListAsync(Token);

        Assert.Equal(["c1", "c2"], choices.Select(static choice => choice.ToString()));
        Assert.Equal("/apim/columns?table=t", service.Request.PathAndQuery);
    }

    [Theory]
    [InlineData("""["red",1]""")]
    [InlineData("""{"value":["red",1]}""")]
    public async Task An_answer_that_the_document_does_not_describe_can_hold_choices(string body)
    {
        await using FormsService service = await FormsService.StartAsync(body);

        List<ConnectorChoice> choices = await service.Client.ListColorsChoicesAsync(Token).ToListAsync(Token);

        Assert.Equal(["red", "1"], choices.Select(static choice => choice.Value));
        Assert.Equal(1, choices[1].ValueJson.GetInt32());
    }

    [Theory]
    [InlineData("""{"result":{}}""", "has nothing at 'result/columns'")]
    [InlineData("""{"result":{"columns":{}}}""", "has no list at 'result/columns'")]
    public async Task An_answer_without_the_list_is_an_error(string body, string message)
    {
        await using FormsService service = await FormsService.StartAsync(body);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(async () =>
            await service.Client.ListColumnsChoicesAsync("t", Token).ToListAsync(Token)
        );

        Assert.Equal("ListColumns", exception.OperationName);
        Assert.Equal("UnreadableAnswer", exception.ErrorCode);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_before_choices_are_enumerated_and_each_enumeration_can_end()
    {
        await using FormsService service = await FormsService.StartAsync("[]");
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        AsyncPageable<ConnectorChoice> choices = service.Client.ListColorsChoicesAsync(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await choices.ToListAsync(cancelled.Token));
        Assert.Empty(service.Requests);
        await choices.ToListAsync(Token);
        await choices.ToListAsync(Token);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task The_schema_of_free_JSON_is_fetched_from_where_the_document_says()
    {
        await using FormsService service = await FormsService.StartAsync("""{"result":{"schema":{"type":"object","x":1.50}}}""");

        Response<JsonElement> schema = await service.Client.ListColumnsJsonSchemaAsync("t", Token);

        Assert.Equal("""{"type":"object","x":1.50}""", schema.Value.GetRawText());
        Assert.Equal(200, schema.GetRawResponse().Status);
    }

    [Fact]
    public async Task A_schema_that_is_not_there_is_an_error()
    {
        await using FormsService service = await FormsService.StartAsync(static context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            service.Client.ListColumnsJsonSchemaAsync("t", Token)
        );

        Assert.Equal(204, exception.Status);
    }

    [Fact]
    public async Task Choices_follow_a_method_that_a_test_overrides()
    {
        List<ConnectorChoice> choices = await new MockedClient().ListTablesFalseABChoicesAsync("d", Token).ToListAsync(Token);

        Assert.Equal("mocked", Assert.Single(choices).Value);
    }

    private sealed class MockedClient : FormsClient
    {
        public override AsyncPageable<ListTablesResponseValue> ListTablesAsync(
            string dataset,
            string? kind = null,
            bool? archived = null,
            CancellationToken cancellationToken = default
        ) =>
            AsyncPageable<ListTablesResponseValue>.FromPages([
                Page<ListTablesResponseValue>.FromValues([new ListTablesResponseValue { Name = "mocked" }], null, new NoResponse()),
            ]);
    }

    private sealed class NoResponse : Response
    {
        public override int Status => 200;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose() { }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }
}
