using System.Text.Json.Nodes;

namespace PowerConnectors.Spec.Tests;

/// <summary>What holds for the document as a whole.</summary>
public class DocumentTests
{
    private static readonly JsonObject Document = SpecFiles.Document();
    private static readonly string[] SharedSections = ["definitions", "parameters"];
    private static readonly string[] DynamicKinds = ["x-ms-dynamic-values", "x-ms-dynamic-schema"];

    [Fact]
    public void The_document_introduces_itself() =>
        Differences.AssertNone(
            ["swagger 2.0", "Power Automate Management 1.0", "https /apim/flowmanagement", "application/json in, application/json out"],
            [
                $"swagger {Document["swagger"]}",
                $"{Document["info"]?["title"]} {Document["info"]?["version"]}",
                $"{string.Join(", ", Document["schemes"].Strings)} {Document["basePath"]}",
                $"{string.Join(", ", Document["consumes"].Strings)} in, {string.Join(", ", Document["produces"].Strings)} out",
            ]
        );

    /// <summary>The host depends on the connection; security and everything of ours stands in the overlay.</summary>
    [Fact]
    public void The_document_says_no_more_than_the_service_does() =>
        Differences.AssertEmpty(
            from found in Document.Tree()
            from member in found.Node.Members
            where
                (found.Path == "$" && member.Key is "host" or "securityDefinitions" or "security")
                || member.Key.StartsWith("x-powerconnectors-", StringComparison.Ordinal)
            select $"{found.Path} has '{member.Key}'"
        );

    [Fact]
    public void Every_reference_leads_somewhere() =>
        Differences.AssertEmpty(
            from found in Document.Tree()
            let reference = (found.Node as JsonObject)?["$ref"]
            where reference is not null && Document.Find((string)reference!) is null
            select $"{found.Path} refers to '{reference}', which is not there"
        );

    [Fact]
    public void Every_definition_and_every_shared_parameter_is_used()
    {
        var used = Document.Tree().Select(found => (string?)(found.Node as JsonObject)?["$ref"]).ToHashSet();
        Differences.AssertEmpty(
            from section in SharedSections
            from member in Document[section].Members
            let reference = $"#/{section}/{member.Key}"
            where !used.Contains(reference)
            select $"nothing refers to '{reference}'"
        );
    }

    [Fact]
    public void Every_operation_id_stands_once() =>
        Differences.AssertEmpty(
            from found in Document.Operations
            group found.Path by (string?)found.Operation["operationId"] into same
            where same.Count() > 1
            select $"'{same.Key}' stands at {string.Join(" and ", same)}"
        );

    [Fact]
    public void Every_parameter_of_a_path_is_declared_and_every_declared_one_is_in_the_path() =>
        Differences.AssertEmpty(
            from found in Document.Operations
            let declared = from parameter in (JsonArray)found.Operation["parameters"]!
            let resolved = Document.Resolve(parameter!)
            where (string?)resolved["in"] == "path"
            select $"{{{resolved["name"]}}}"
            let named = found.Path.Split('/').Where(segment => segment.StartsWith('{'))
            where !named.Order().SequenceEqual(declared.Order())
            select $"{found.Operation["operationId"]}: the path names {string.Concat(named)}, declared are {string.Concat(declared)}"
        );

    /// <summary>Dynamic values and schemas name an operation that is there and give it every parameter that it requires.</summary>
    [Fact]
    public void Every_dynamic_value_can_be_asked_for()
    {
        var operations = Document.Operations.ToLookup(found => (string?)found.Operation["operationId"], found => found.Operation);
        Differences.AssertEmpty(
            from found in Document.Tree()
            from kind in DynamicKinds
            let dynamic = (found.Node as JsonObject)?[kind]
            where dynamic is not null
            let operation = operations[(string?)dynamic["operationId"]].FirstOrDefault()
            let missing = operation is null ? [$"operation '{dynamic["operationId"]}'"] : MissingParameters(operation, dynamic)
            from complaint in missing
            select $"{found.Path} {kind}: there is no {complaint}"
        );
    }

    [Fact]
    public void Every_operation_can_fail_without_saying_how() =>
        Differences.AssertEmpty(
            from found in Document.Operations
            let failure = found.Operation["responses"]?["default"]?.ToJsonString()
            where failure != """{"description":"Operation failed."}"""
            select $"{found.Operation["operationId"]} fails with {failure ?? "nothing"}"
        );

    [Fact]
    public void Everything_is_described()
    {
        var described =
            from found in Document.Operations
            from part in found
                .Operation["responses"]
                .Members.Select(answer => (answer.Key, answer.Value))
                .Prepend(("operation", found.Operation))
            select ($"{found.Operation["operationId"]} {part.Item1}", part.Item2);
        var bodies =
            from found in Document.Operations
            from parameter in (JsonArray)found.Operation["parameters"]!
            where parameter["$ref"] is null
            select ($"{found.Operation["operationId"]} {parameter["name"]}", parameter);
        var parameters = Document["parameters"].Members.Select(parameter => (parameter.Key, parameter.Value));
        var definitions = Document["definitions"].Members.Select(definition => (definition.Key, definition.Value));
        var members =
            from definition in Document["definitions"].Members
            from found in SchemaLines.MembersOf(definition.Value!, $"{definition.Key}.")
            where found.Member["$ref"] is null
            select (found.Path, found.Member);

        Differences.AssertEmpty(
            from item in ((string Name, JsonNode? Node)[])
                [("info", Document["info"]), .. described!, .. bodies!, .. parameters, .. definitions, .. members]
            where string.IsNullOrWhiteSpace((string?)item.Node?["description"])
            select $"{item.Name} has no description"
        );
    }

    private static IEnumerable<string> MissingParameters(JsonNode operation, JsonNode dynamic) =>
        from parameter in (JsonArray)operation["parameters"]!
        let resolved = Document.Resolve(parameter!)
        let name = (string)resolved["name"]!
        where resolved.IsTrue("required") && name != "connectionId" && dynamic["parameters"]?[name] is null
        select $"value for the parameter '{name}' of {operation["operationId"]}";
}
