using System.Text;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("""{}""", "$.properties")]
    [InlineData("""{"properties":null}""", "$.properties")]
    [InlineData("""[]""", "$")]
    [InlineData("""{"properties":{"definition":{},"state":"Started"}}""", "$.properties.displayName")]
    [InlineData("""{"properties":{"displayName":"a","definition":"{}","state":"Started"}}""", "$.properties.definition")]
    [InlineData("""{"properties":{"displayName":"a","definition":{},"state":true}}""", "$.properties.state")]
    [InlineData("""{"name":"n","properties":{"displayName":"a","definition":{},"state":"Started"}}""", "$.name")]
    [InlineData(
        """{"properties":{"displayName":"a","definition":{},"state":"Started","definitionSummary":{}}}""",
        "$.properties.definitionSummary"
    )]
    [InlineData(
        """{"properties":{"displayName":"a","definition":{},"state":"Started","connectionReferences":{"shared_sql":{}}}}""",
        "$.properties.connectionReferences"
    )]
    [InlineData(
        """{"properties":{"displayName":"a","definition":{},"state":"Started","connectionReferences":[{"id":"/a"},{"source":"Embedded"}]}}""",
        "$.properties.connectionReferences[1].id"
    )]
    [InlineData("""{"properties":{"displayName":"a","displayName":"b","definition":{},"state":"Started"}}""", "$")]
    [InlineData("""{"properties":""", "$")]
    public async Task A_bad_body_is_refused_with_its_path(string body, string path)
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await PostTextAsync(client, EmulatorClient.Flows, body, "application/json");

        answer.ShouldFail(400, "InvalidRequest");
        Assert.Contains($"'{path}'", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_that_the_document_does_not_list_and_nulls_are_accepted()
    {
        await using var client = await EmulatorClient.StartAsync();
        var body = FlowBodies.New();
        body["properties"]!["state"] = "Suspended";
        body["properties"]!["connectionReferences"] = null;

        Assert.Equal(200, (await client.PostAsync(EmulatorClient.Flows, body)).Status);
    }

    [Fact]
    public async Task A_missing_body_is_refused()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.PostAsync(EmulatorClient.Flows)).ShouldFail(400, "InvalidRequest");
    }

    [Fact]
    public async Task A_body_where_none_belongs_is_refused()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.PostAsync($"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}/start", new JsonObject());

        answer.ShouldFail(400, "InvalidRequest");
    }

    [Fact]
    public async Task A_body_that_does_not_say_that_it_is_json_is_refused()
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await PostTextAsync(client, EmulatorClient.Flows, FlowBodies.New().ToJsonString(), "text/plain");

        answer.ShouldFail(400, "InvalidRequest");
    }

    [Theory]
    [InlineData("apis", "environmentName")]
    [InlineData("connections?environmentName=", "environmentName")]
    [InlineData($"{EmulatorClient.AdminFlows}?$top=ten", "$top")]
    [InlineData($"{EmulatorClient.AdminFlows}?$top=1,5", "$top")]
    [InlineData($"{EmulatorClient.AdminFlows}?$top=1&$top=2", "$top")]
    [InlineData($"{EmulatorClient.AdminFlows}?includeSoftDeletedFlows=True", "includeSoftDeletedFlows")]
    [InlineData($"{EmulatorClient.AdminFlows}?api-version=2016-11-01", "api-version")]
    [InlineData($"{EmulatorClient.AdminFlows}?IncludeSoftDeletedFlows=true", "IncludeSoftDeletedFlows")]
    [InlineData($"{EmulatorClient.Flows}?$top=1", "$top")]
    public async Task A_bad_query_is_refused_with_the_parameters_name(string path, string name)
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.GetAsync(path);

        answer.ShouldFail(400, "InvalidRequest");
        Assert.Contains($"'{name}'", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "nope")]
    [InlineData("PUT", EmulatorClient.Flows)]
    [InlineData("GET", $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}/start")]
    public async Task A_path_or_verb_that_does_not_exist_is_answered_by_the_gateway(string method, string path)
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.SendAsync(new HttpMethod(method), path, null);

        Assert.Equal(404, answer.Status);
        Assert.Equal(404, answer.Json["statusCode"]!.GetValue<int>());
        Assert.NotNull(answer.Json["message"]);
    }

    private static async Task<EmulatorAnswer> PostTextAsync(EmulatorClient client, string path, string body, string contentType)
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var response = await client.Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await EmulatorAnswer.ReadAsync(response);
    }
}
