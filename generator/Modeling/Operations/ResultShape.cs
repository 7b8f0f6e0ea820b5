using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Modeling.Types;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>What kind of answer an operation gives, before any type of it has a name.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Answers">The answers that count as success, by their status.</param>
/// <param name="Full">Those of them that have a schema.</param>
/// <param name="ItemsName">The member of the first that holds the items of a page.</param>
/// <param name="Items">The schema of one item.</param>
internal sealed record ResultShape(
    ResultKind Kind,
    IReadOnlyList<KeyValuePair<string, IOpenApiResponse>> Answers,
    IReadOnlyList<KeyValuePair<string, IOpenApiResponse>> Full,
    string? ItemsName = null,
    IOpenApiSchema? Items = null
)
{
    public const string PageableKey = "x-ms-pageable";

    private const string DefaultItemsName = "value";

    public static ResultShape Of(PlacedOperation placed, AllOfParts parts)
    {
        List<KeyValuePair<string, IOpenApiResponse>> answers = FindAnswers(placed.Operation);
        List<KeyValuePair<string, IOpenApiResponse>> full = answers.FindAll(static answer => SchemaOf(answer.Value) is not null);
        ResultShape shape = new(ResultKind.Value, answers, full);
        if (full.Count == 0)
        {
            return shape with { Kind = ResultKind.Empty };
        }

        if (full.Exists(answer => IsBinary(placed, answer)))
        {
            return shape with { Kind = ResultKind.Stream };
        }

        IOpenApiSchema schema = SchemaOf(full[0].Value)!;
        IReadOnlyList<string> produces = placed.Json.Produces;
        if (!MediaTypes.AllowJson(produces))
        {
            if (!MediaTypes.AreText(produces))
            {
                return shape with { Kind = ResultKind.Stream };
            }

            // What has members is JSON, whatever the document calls it.
            if (SchemaKinds.IsText(schema) || SchemaKinds.Of(schema) == ValueKind.Element)
            {
                return shape with { Kind = ResultKind.Text };
            }
        }

        return full.Exists(answer => !IsSame(placed, full[0].Key, answer.Key))
            ? shape
            : shape.WithItems(placed, AllOf.ShapeOf(schema, parts));
    }

    public static IOpenApiSchema? SchemaOf(IOpenApiResponse response) => response.Content?.Values.FirstOrDefault()?.Schema;

    /// <summary>Whether two answers have the same schema.</summary>
    public static bool IsSame(PlacedOperation placed, string status, string other) =>
        status == other || JsonNode.DeepEquals(placed.Json.ResponseSchema(status), placed.Json.ResponseSchema(other));

    private ResultShape WithItems(PlacedOperation placed, IOpenApiSchema schema)
    {
        JsonNode? pageable = DocTexts.Node(placed.Operation.Extensions, PageableKey);
        bool isBatch = Triggers.IsBatch(placed);
        bool isList = Triggers.IsPolled(placed) ? isBatch : pageable is not null || (placed.Verb == "GET" && IsValueList(schema));
        string? name = pageable?["itemName"]?.ToString() ?? FindItemsName(schema, mayBeOther: pageable is not null && !isBatch);
        return isList && name is not null && ItemsOf(schema, name) is { } items
            ? this with
            {
                Kind = ResultKind.Pages,
                ItemsName = name,
                Items = items,
            }
            : this;
    }

    private static bool IsBinary(PlacedOperation placed, KeyValuePair<string, IOpenApiResponse> answer) =>
        placed.Json.ResponseSchema(answer.Key)?["type"]?.ToString() == "file" || SchemaKinds.IsBinary(SchemaOf(answer.Value)!);

    // What the document says of no status in particular counts where it says of no success.
    private static List<KeyValuePair<string, IOpenApiResponse>> FindAnswers(OpenApiOperation operation)
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

    private static string? FindItemsName(IOpenApiSchema schema, bool mayBeOther)
    {
        string[] arrays =
        [
            .. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
                .Where(static property => IsArray(property.Value))
                .Select(static property => property.Key),
        ];
        return arrays.Contains(DefaultItemsName) ? DefaultItemsName
            : mayBeOther && arrays.Length == 1 ? arrays[0]
            : null;
    }

    private static bool IsValueList(IOpenApiSchema schema) =>
        schema
            .Properties?.Where(static property => IsArray(property.Value))
            .Select(static property => property.Key)
            .SequenceEqual([DefaultItemsName]) == true;

    private static IOpenApiSchema? ItemsOf(IOpenApiSchema schema, string name) =>
        schema.Properties is not null && schema.Properties.TryGetValue(name, out IOpenApiSchema? items) && IsArray(items)
            ? AllOf.Referred(items).Items
            : null;

    private static bool IsArray(IOpenApiSchema schema) => SchemaKinds.Of(schema) == ValueKind.List;
}
