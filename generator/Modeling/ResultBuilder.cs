using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Finds out what an operation answers: nothing, a value, or pages of items.</summary>
internal sealed class ResultBuilder(TypeBuilder types, SpecFile file, FindingList findings)
{
    public const string PageableKey = "x-ms-pageable";

    private const string DefaultItemsName = "value";

    public ResultModel Build(PlacedOperation placed)
    {
        List<KeyValuePair<string, IOpenApiResponse>> answers = Answers(placed.Operation);
        List<KeyValuePair<string, IOpenApiResponse>> full = answers.FindAll(static answer => SchemaOf(answer.Value) is not null);
        if (full.Count == 0)
        {
            return new ResultModel(ResultKind.Empty, Description: answers.FirstOrDefault().Value?.Description);
        }

        IOpenApiResponse response = full[0].Value;
        IReadOnlyList<string> produces = placed.Json.Produces;
        if (full.Exists(answer => IsBinary(placed, answer)))
        {
            return Raw(ResultKind.Stream, response, produces);
        }

        IOpenApiSchema schema = SchemaOf(response)!;
        if (!MediaTypes.AllowJson(produces))
        {
            bool isText = MediaTypes.AreText(produces);
            if (!isText)
            {
                return Raw(ResultKind.Stream, response, produces);
            }

            // What has members is JSON, whatever the document calls it.
            if (SchemaKinds.IsText(schema) || SchemaKinds.Of(schema) == ValueKind.Element)
            {
                return Raw(ResultKind.Text, response, produces);
            }
        }

        ResultModel result = full.Exists(answer => !IsSame(placed, full[0].Key, answer.Key))
            ? Any(placed, full)
            : Build(placed, response, schema);
        return result with { IsOptional = result.Kind == ResultKind.Value && full.Count < answers.Count };
    }

    private static ResultModel Raw(ResultKind kind, IOpenApiResponse response, IReadOnlyList<string> produces) =>
        new(kind, Description: response.Description, Accept: MediaTypes.Accept(produces));

    private ResultModel Any(PlacedOperation placed, List<KeyValuePair<string, IOpenApiResponse>> answers)
    {
        string name = Identifiers.Pascal(placed.Operation.OperationId!);
        IEnumerable<string> parts = answers.Select(
            (answer, index) =>
            {
                string inlineName = index == 0 ? $"{name}Response" : $"{name}{answer.Key}Response";
                return $"{answer.Key}: {Describe(types.Resolve(SchemaOf(answer.Value)!, inlineName, inlineName))}";
            }
        );
        return new ResultModel(
            ResultKind.Value,
            new TypeRef(ValueKind.Element),
            Description: $"What the status says. {string.Join("; ", parts)}"
        );
    }

    private static string Describe(TypeRef type) =>
        type.Item is { } item ? $"{type.Kind} of {Describe(item)}"
        : type.Name is { } name ? name.Substring(name.LastIndexOf('.') + 1)
        : type.Kind.ToString();

    private ResultModel Build(PlacedOperation placed, IOpenApiResponse response, IOpenApiSchema schema)
    {
        string inlineName = $"{Identifiers.Pascal(placed.Operation.OperationId!)}Response";
        TypeRef type = types.Resolve(schema, inlineName, inlineName);
        IOpenApiSchema shape = AllOf.ShapeOf(schema);
        JsonNode? pageable = DocTexts.Node(placed.Operation.Extensions, PageableKey);
        string? itemsName = pageable?["itemName"]?.ToString() ?? ItemsName(shape, pageable is not null);
        bool isList = pageable is not null || (placed.Verb == "GET" && IsValueList(shape));
        if (!isList || itemsName is null || Items(shape, itemsName) is not { } items)
        {
            if (pageable is not null)
            {
                findings.AddAt(
                    Descriptors.InvalidExtension,
                    file,
                    ["paths", placed.Path, placed.Verb.ToLowerInvariant(), PageableKey],
                    PageableKey,
                    "the answer has no array of items, or several and none called 'value'; the method returns the first page"
                );
            }

            return new ResultModel(ResultKind.Value, type, Description: response.Description);
        }

        TypeRef item = types.Resolve(items, inlineName + Identifiers.Pascal(itemsName), $"{inlineName}/{itemsName}[]");
        return new ResultModel(ResultKind.Pages, item, itemsName, pageable?["nextLinkName"]?.ToString(), response.Description);
    }

    private static bool IsSame(PlacedOperation placed, string status, string other) =>
        status == other || JsonNode.DeepEquals(placed.Json.ResponseSchema(status), placed.Json.ResponseSchema(other));

    private static bool IsBinary(PlacedOperation placed, KeyValuePair<string, IOpenApiResponse> answer) =>
        placed.Json.ResponseSchema(answer.Key)?["type"]?.ToString() == "file" || SchemaKinds.IsBinary(SchemaOf(answer.Value)!);

    private static IOpenApiSchema? SchemaOf(IOpenApiResponse response) => response.Content?.Values.FirstOrDefault()?.Schema;

    // What the document says of no status in particular counts where it says of no success.
    private static List<KeyValuePair<string, IOpenApiResponse>> Answers(OpenApiOperation operation)
    {
        List<KeyValuePair<string, IOpenApiResponse>> all = [.. operation.Responses ?? []];
        List<KeyValuePair<string, IOpenApiResponse>> successes =
        [
            .. all.Where(static answer => answer.Key.StartsWith("2", StringComparison.Ordinal))
                .OrderBy(static answer =>
                    int.TryParse(answer.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : int.MaxValue
                ),
        ];
        return successes.Count > 0 ? successes : all.FindAll(static answer => answer.Key == "default");
    }

    private static string? ItemsName(IOpenApiSchema schema, bool isPageable)
    {
        string[] arrays =
        [
            .. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
                .Where(static property => IsArray(property.Value))
                .Select(static property => property.Key),
        ];
        return arrays.Contains(DefaultItemsName) ? DefaultItemsName
            : isPageable && arrays.Length == 1 ? arrays[0]
            : null;
    }

    private static bool IsValueList(IOpenApiSchema schema) =>
        schema
            .Properties?.Where(static property => IsArray(property.Value))
            .Select(static property => property.Key)
            .SequenceEqual([DefaultItemsName]) == true;

    private static IOpenApiSchema? Items(IOpenApiSchema schema, string itemsName) =>
        schema.Properties is not null && schema.Properties.TryGetValue(itemsName, out IOpenApiSchema? items) && IsArray(items)
            ? items.Items
            : null;

    private static bool IsArray(IOpenApiSchema schema) => SchemaKinds.Of(schema) == ValueKind.List;
}
