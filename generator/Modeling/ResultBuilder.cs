using System.Globalization;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Naming;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Finds out what an operation answers: nothing, a value, or pages of items.</summary>
internal sealed class ResultBuilder(TypeBuilder types)
{
    public const string PageableKey = "x-ms-pageable";

    private const string DefaultItemsName = "value";

    public ResultModel Build(PlacedOperation placed)
    {
        foreach (IOpenApiResponse response in Successes(placed.Operation))
        {
            if (response.Content is { Count: > 0 } content && content.Values.FirstOrDefault()?.Schema is { } schema)
            {
                return Build(placed, response, schema);
            }
        }

        return new ResultModel(ResultKind.Empty, Description: Successes(placed.Operation).FirstOrDefault()?.Description);
    }

    /// <summary>The media types of an answer that is not JSON, if that is what the operation gives.</summary>
    public static string? FindOtherThanJson(OpenApiOperation operation) =>
        Successes(operation)
            .Select(static response => response.Content)
            .Where(static content => content is { Count: > 0 } && content.Values.Any(static media => media.Schema is not null))
            .Where(static content =>
                !content!.Keys.Any(static type => type == "*/*" || type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0)
            )
            .Select(static content => string.Join(", ", content!.Keys))
            .FirstOrDefault();

    private ResultModel Build(PlacedOperation placed, IOpenApiResponse response, IOpenApiSchema schema)
    {
        string inlineName = $"{Identifiers.Pascal(placed.Operation.OperationId!)}Response";
        TypeRef type = types.Resolve(schema, inlineName, inlineName);
        System.Text.Json.Nodes.JsonNode? pageable = DocTexts.Node(placed.Operation.Extensions, PageableKey);
        string itemsName = pageable?["itemName"]?.ToString() ?? DefaultItemsName;
        IOpenApiSchema shape = AllOf.ShapeOf(schema);
        bool isList = placed.Verb == "GET" && (pageable is not null || IsValueList(shape));
        if (!isList || Items(shape, itemsName) is not { } items)
        {
            return new ResultModel(ResultKind.Value, type, Description: response.Description);
        }

        TypeRef item = types.Resolve(items, inlineName + Identifiers.Pascal(itemsName), $"{inlineName}/{itemsName}[]");
        return new ResultModel(ResultKind.Pages, item, itemsName, pageable?["nextLinkName"]?.ToString(), response.Description);
    }

    private static IEnumerable<IOpenApiResponse> Successes(OpenApiOperation operation) =>
        (operation.Responses ?? [])
            .Where(static response => response.Key.StartsWith("2", StringComparison.Ordinal))
            .OrderBy(static response =>
                int.TryParse(response.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : int.MaxValue
            )
            .Select(static response => response.Value);

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
