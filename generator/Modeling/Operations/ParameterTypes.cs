using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Types;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>The types of what stands in a path, a query, a header or a form: a piece of text, or a list of such.</summary>
internal static class ParameterTypes
{
    public static TypeRef Of(IOpenApiSchema? schema, TypeBuilder types, string inlineName, string place)
    {
        if (schema is null)
        {
            return new TypeRef(ValueKind.String);
        }

        if (SchemaKinds.IsText(AllOf.Flatten(schema, types.AllOfParts)))
        {
            return types.ResolveMember(schema, inlineName, place);
        }

        // What has members has no form in these places, so that the caller writes it.
        return SchemaKinds.Of(schema) != ValueKind.List ? new TypeRef(ValueKind.String)
            : AllOf.Referred(schema).Items is { } items && SchemaKinds.IsText(items) ? types.Resolve(schema, inlineName, place)
            : new TypeRef(ValueKind.List, Item: new TypeRef(ValueKind.String));
    }

    /// <summary>The type as which a value is passed that is kept out of messages, or that the service decodes twice: both are done to text.</summary>
    public static TypeRef AsSent(TypeRef type, bool isSecret, bool isTwiceEncoded) =>
        isSecret && type.Item is null && !type.IsEnum ? new TypeRef(ValueKind.String)
        : isTwiceEncoded ? type.WithoutForm()
        : type;

    /// <summary>The schema of a parameter, with the names of its enumeration: Swagger 2.0 has them at the parameter.</summary>
    public static IOpenApiSchema? SchemaOf(IOpenApiParameter parameter)
    {
        if (parameter.Schema is OpenApiSchema schema && parameter.Extensions is { } extensions)
        {
            foreach (string key in EnumTexts.Keys.Where(extensions.ContainsKey))
            {
                (schema.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal))[key] = extensions[key];
            }
        }

        return parameter.Schema;
    }

    public static ListForm FormOf(TypeRef type, JsonObject? parameter, bool mayRepeat) =>
        type.Kind != ValueKind.List
            ? ListForm.None
            : parameter?["collectionFormat"]?.ToString() switch
            {
                "multi" when mayRepeat => ListForm.Each,
                "ssv" => ListForm.Spaces,
                "tsv" => ListForm.Tabs,
                "pipes" => ListForm.Pipes,
                _ => ListForm.Commas,
            };

    /// <summary>A value of the document as it is sent; nothing for one that has no such form.</summary>
    public static string? TextOf(JsonNode? value) =>
        value switch
        {
            not null when JsonNullSentinel.IsJsonNullSentinel(value) => null,
            JsonValue when value.GetValueKind() == JsonValueKind.String => value.ToString(),
            JsonValue when value.GetValueKind() == JsonValueKind.True => "true",
            JsonValue when value.GetValueKind() == JsonValueKind.False => "false",
            JsonValue when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
            JsonArray { Count: > 0 } items when items.All(static item => TextOf(item) is not null) => string.Join(
                ",",
                items.Select(TextOf)
            ),
            _ => null,
        };
}
