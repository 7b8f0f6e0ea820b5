using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

/// <summary>The routes are written by hand; here they meet the document.</summary>
public sealed class DocumentTests
{
    private static readonly JsonObject Document = Load();

    [Fact]
    public async Task Every_operation_of_the_document_is_routed()
    {
        await using var client = await EmulatorClient.StartAsync();
        List<string> expected = [];

        foreach (var (path, verbs) in Document["paths"]!.AsObject())
        {
            foreach (var (verb, operation) in verbs!.AsObject())
            {
                expected.Add(operation!["operationId"]!.GetValue<string>());
                var target = path.Replace("/{connectionId}/", "", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal);
                await client.SendAsync(new HttpMethod(verb.ToUpperInvariant()), target.Replace("}", "", StringComparison.Ordinal), null);
            }
        }

        Assert.Equal(24, expected.Count);
        Assert.Equal(expected, client.Emulator.Requests.Select(request => request.OperationId));
    }

    [Theory]
    [InlineData("ListApis", $"apis?environmentName={EmulatorSeed.DefaultEnvironment}")]
    [InlineData("GetApi", $"apis/shared_sql?environmentName={EmulatorSeed.DefaultEnvironment}")]
    [InlineData("ListConnections", $"connections?environmentName={EmulatorSeed.DefaultEnvironment}")]
    [InlineData("ListUserEnvironments", "environments")]
    [InlineData("ListMyFlows", EmulatorClient.Flows)]
    [InlineData("GetFlow", $"{EmulatorClient.Flows}/{EmulatorSeed.TwoSqlFlow}")]
    [InlineData("ListFlowOwners", $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}/owners")]
    [InlineData("ListFlowUsers", $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}/users")]
    [InlineData("ListFlowsInEnvironment", $"{EmulatorClient.AdminFlows}?expandSuspensionInfo=true")]
    [InlineData("ListFlowsInEnvironment_V2", $"{EmulatorClient.AdminFlowsV2}?includeSoftDeletedFlows=true")]
    [InlineData("AdminGetFlow", $"{EmulatorClient.AdminFlows}/{EmulatorSeed.TwoSqlFlow}?includeFlowDefinition=true")]
    public async Task What_is_declared_has_the_declared_type(string operationId, string path)
    {
        await using var client = await EmulatorClient.StartAsync();

        var answer = await client.GetAsync(path);

        Assert.Equal(200, answer.Status);
        ShouldBe(answer.Json, AnswerSchema(operationId), "$");
    }

    [Fact]
    public async Task A_listed_flow_has_about_twice_as_many_undeclared_values_as_declared_ones()
    {
        await using var client = await EmulatorClient.StartAsync();
        var flow = (await client.GetAsync(EmulatorClient.Flows)).Json["value"]![0];
        var schema = AnswerSchema("ListMyFlows")["properties"]!["value"]!["items"]!;

        var all = Leaves(flow);
        var declared = DeclaredLeaves(flow, schema);

        Assert.InRange((double)(all - declared) / all, 0.55, 0.75);
    }

    private static void ShouldBe(JsonNode? value, JsonNode schema, string path)
    {
        schema = Resolve(schema);
        switch (value)
        {
            case JsonObject members:
                Assert.True(Type(schema) is null or "object", path);
                foreach (var (name, member) in members)
                {
                    if (Member(schema, name) is { } memberSchema)
                    {
                        ShouldBe(member, memberSchema, $"{path}.{name}");
                    }
                }

                break;
            case JsonArray items:
                Assert.True(Type(schema) is null or "array", path);
                Assert.All(items, item => ShouldBe(item, schema["items"]!, $"{path}[]"));
                break;
            case not null:
                var kind =
                    value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? "boolean"
                    : value.GetValueKind() is JsonValueKind.Number ? "number"
                    : "string";
                Assert.True(Type(schema) == kind, path);
                break;
        }
    }

    private static int Leaves(JsonNode? value) =>
        value switch
        {
            JsonObject members => members.Sum(member => Leaves(member.Value)),
            JsonArray items => items.Sum(Leaves),
            _ => 1,
        };

    private static int DeclaredLeaves(JsonNode? value, JsonNode schema)
    {
        schema = Resolve(schema);
        return value switch
        {
            JsonObject members => members.Sum(member =>
                Member(schema, member.Key) is { } memberSchema ? DeclaredLeaves(member.Value, memberSchema) : 0
            ),
            JsonArray items => items.Sum(item => DeclaredLeaves(item, schema["items"]!)),
            _ => 1,
        };
    }

    private static JsonNode? Member(JsonNode schema, string name) => schema["properties"]?[name] ?? schema["additionalProperties"];

    private static string? Type(JsonNode schema) => schema["type"]?.GetValue<string>();

    private static JsonNode AnswerSchema(string operationId) =>
        Resolve(
            Document["paths"]!
                .AsObject()
                .SelectMany(path => path.Value!.AsObject())
                .Single(verb => verb.Value!["operationId"]!.GetValue<string>() == operationId)
                .Value!["responses"]!["200"]!["schema"]!
        );

    private static JsonNode Resolve(JsonNode schema) =>
        schema["$ref"] is { } reference ? Document["definitions"]![reference.GetValue<string>()["#/definitions/".Length..]]! : schema;

    private static JsonObject Load()
    {
        using var stream = typeof(DocumentTests).Assembly.GetManifestResourceStream("flowmanagement.swagger.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
