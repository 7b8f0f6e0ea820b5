using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Operations;
using PowerConnectors.Generator.Modeling.Texts;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>The defaults of members that nobody is asked for: request bodies carry them, as those of the service's own designer do.</summary>
internal static class SentDefaults
{
    /// <summary>Whether the member is one that callers are not meant to see. A reference has no say over the member that it stands in.</summary>
    public static bool IsInternal(IOpenApiSchema schema) =>
        schema is not OpenApiSchemaReference && DocTexts.Text(schema.Extensions, OperationSelection.VisibilityKey) == "internal";

    /// <summary>The default as JSON; nothing if there is none, or none that the type could hold.</summary>
    public static string? Of(IOpenApiSchema schema, TypeRef type) =>
        !IsInternal(schema) || schema.ReadOnly || schema.Default is not { } value || JsonNullSentinel.IsJsonNullSentinel(value)
            ? null
            : Json(value, type);

    private static string? Json(JsonNode value, TypeRef type) =>
        type.Kind switch
        {
            ValueKind.Boolean => bool.TryParse(Text(value), out bool flag) ? (flag ? "true" : "false") : null,
            ValueKind.Int32 or ValueKind.Int64 or ValueKind.Int64Enum => JsonNumbers.WholeNumber(value),
            ValueKind.Double or ValueKind.Decimal or ValueKind.DoubleEnum => JsonNumbers.Number(value),
            ValueKind.List => value is JsonArray ? value.ToJsonString() : null,
            ValueKind.Model or ValueKind.Dictionary => value is JsonObject ? value.ToJsonString() : null,
            ValueKind.Element => value.ToJsonString(),
            _ => Text(value) is { } text ? JsonValue.Create(text).ToJsonString() : null,
        };

    private static string? Text(JsonNode value) =>
        value is not JsonValue ? null
        : value.GetValueKind() == JsonValueKind.String ? value.ToString()
        : value.ToJsonString();
}
