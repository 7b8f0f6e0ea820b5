using System.Text.Json.Nodes;

namespace PowerConnectors.Spec.Tests;

/// <summary>The operations and parameters of the document against tables written by hand.</summary>
public class OperationTests
{
    private static readonly JsonObject Document = SpecFiles.Document();

    public static TheoryData<string> OperationIds => [.. SpecFiles.Rows("operations.txt", '|').Select(row => row[0])];

    public static TheoryData<string> ParameterKeys => [.. SpecFiles.Rows("parameters.txt", '|').Select(row => row[0])];

    [Fact]
    public void The_document_has_exactly_the_expected_operations() =>
        Differences.AssertNone(
            SpecFiles.Rows("operations.txt", '|').Select(row => row[0]),
            Document.Operations.Select(found =>
                (string?)found.Operation["operationId"] ?? $"{found.Verb} {found.Path} without an operationId"
            )
        );

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_is_as_expected(string operationId)
    {
        var row = SpecFiles.Rows("operations.txt", '|').Single(row => row[0] == operationId);
        var (path, verb, operation) = Document.Operations.FirstOrDefault(found => (string?)found.Operation["operationId"] == operationId);
        Assert.True(operation is not null, $"there is no operation '{operationId}'");

        Differences.AssertNone(
            [
                $"display name: {row[1]}",
                $"tag: {row[2]}",
                $"call: {row[3].Replace(" /", " /{connectionId}/", StringComparison.Ordinal)}",
                $"parameters: connectionId* in path: string{(row[4] == "-" ? "" : $", {row[4]}")}",
                $"body: {row[5]}",
                $"answers: {row[6]}, default",
                $"flags: {row[7]}",
            ],
            [
                $"display name: {operation.StringOrDash("summary")}",
                $"tag: {string.Join(", ", operation["tags"].Strings)}",
                $"call: {verb.ToUpperInvariant()} {path}",
                $"parameters: {string.Join(", ", ParametersOf(operation).Where(parameter => (string?)parameter["in"] != "body").Select(Parameter))}",
                $"body: {ParametersOf(operation).Where(parameter => (string?)parameter["in"] == "body").Select(Body).SingleOrDefault("-")}",
                $"answers: {string.Join(", ", operation["responses"].Members.Select(answer => Answer(answer.Key, answer.Value!)))}",
                $"flags: {Flags(operation)}",
            ]
        );
    }

    [Fact]
    public void The_document_shares_exactly_the_expected_parameters() =>
        Differences.AssertNone(
            SpecFiles.Rows("parameters.txt", '|').Select(row => row[0]),
            Document["parameters"].Members.Select(parameter => parameter.Key)
        );

    [Theory]
    [MemberData(nameof(ParameterKeys))]
    public void A_shared_parameter_is_as_expected(string key)
    {
        var row = SpecFiles.Rows("parameters.txt", '|').Single(row => row[0] == key);
        var parameter = Document["parameters"]![key];
        var dynamic = parameter?["x-ms-dynamic-values"];
        var given = dynamic?["parameters"].Members.Where(member => (string?)member.Value?["parameter"] == member.Key);

        Differences.AssertNone(
            [
                $"name: {row[1]}",
                $"in: {row[2]}",
                $"type: {row[3]}",
                $"display name: {row[4]}",
                $"visibility: {row[5]}",
                $"dynamic values: {(row[6] == "-" ? "-" : $"{row[6]} value name properties/displayName")}",
                $"with the values of: {row[7]}",
            ],
            [
                $"name: {parameter.StringOrDash("name")}{(parameter.IsTrue("required") ? "*" : "")}",
                $"in: {parameter.StringOrDash("in")}",
                $"type: {parameter.StringOrDash("type")}",
                $"display name: {parameter.StringOrDash("x-ms-summary")}",
                $"visibility: {parameter.StringOrDash("x-ms-visibility")}",
                $"dynamic values: {(dynamic is null ? "-" : $"{dynamic["operationId"]} {dynamic["value-collection"]} {dynamic["value-path"]} {dynamic["value-title"]}")}",
                $"with the values of: {(given?.Any() == true ? string.Join(", ", given.Select(member => member.Key)) : "-")}",
            ]
        );
    }

    /// <summary>Two parameters share the name <c>flowName</c>: the operations of administrators offer the flows of everyone.</summary>
    [Fact]
    public void Operations_of_administrators_take_the_flow_name_of_administrators() =>
        Differences.AssertEmpty(
            from found in Document.Operations
            from parameter in (JsonArray)found.Operation["parameters"]!
            let reference = (string?)parameter!["$ref"]
            where reference is not null && reference.EndsWith("FlowNameParameter", StringComparison.Ordinal)
            let expected = found.Path.Contains("/scopes/admin/", StringComparison.Ordinal) ? "AdminFlowNameParameter" : "FlowNameParameter"
            where reference != $"#/parameters/{expected}"
            select $"{found.Operation["operationId"]} takes {reference}, not {expected}"
        );

    private static IEnumerable<JsonNode> ParametersOf(JsonNode operation) =>
        (operation["parameters"] as JsonArray ?? []).Select(parameter => Document.Resolve(parameter!));

    private static string Parameter(JsonNode parameter) =>
        $"{parameter["name"]}{(parameter.IsTrue("required") ? "*" : "")} in {parameter["in"]}: {parameter["type"]}";

    private static string Body(JsonNode body) => $"{body["name"]}{(body.IsTrue("required") ? "*" : "")}: {DefinitionName(body["schema"])}";

    private static string Answer(string status, JsonNode answer) =>
        answer["schema"] is { } schema ? $"{status} {DefinitionName(schema)}" : status;

    private static string DefinitionName(JsonNode? schema) =>
        schema.StringOrDash("$ref").Replace("#/definitions/", "", StringComparison.Ordinal);

    private static string Flags(JsonNode operation)
    {
        string?[] flags =
        [
            (string?)operation["x-ms-visibility"],
            (string?)operation["x-ms-pageable"]?["nextLinkName"] == "nextLink" ? "pageable" : operation["x-ms-pageable"]?.ToJsonString(),
            operation.IsTrue("deprecated") ? "deprecated" : null,
            operation["x-ms-api-annotation"] is { } annotation
                ? $"{annotation["family"]}/{annotation["revision"]}/{annotation["status"]}"
                : null,
        ];
        var set = string.Join(' ', flags.Where(flag => flag is not null));
        return set.Length == 0 ? "-" : set;
    }
}
