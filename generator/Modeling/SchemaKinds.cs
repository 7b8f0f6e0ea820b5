using System.Text.Json;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Says what kind of value a schema describes.</summary>
internal static class SchemaKinds
{
    /// <summary>Whether the schema has members of its own and so becomes a class.</summary>
    public static bool IsModel(IOpenApiSchema schema) =>
        TypeOf(schema) is null or JsonSchemaType.Object && schema.Properties is { Count: > 0 };

    public static ValueKind Of(IOpenApiSchema schema) =>
        TypeOf(schema) switch
        {
            JsonSchemaType.String when IsStringEnum(schema) => ValueKind.Enum,
            JsonSchemaType.String when schema.Format == "date-time" => ValueKind.DateTimeOffset,
            JsonSchemaType.String => ValueKind.String,
            JsonSchemaType.Boolean => ValueKind.Boolean,
            JsonSchemaType.Integer when schema.Format == "int32" => ValueKind.Int32,
            JsonSchemaType.Integer => ValueKind.Int64,
            JsonSchemaType.Number => ValueKind.Double,
            JsonSchemaType.Array => ValueKind.List,
            JsonSchemaType.Object when schema.Properties is { Count: > 0 } => ValueKind.Model,
            JsonSchemaType.Object when schema.AdditionalProperties is not null => ValueKind.Dictionary,
            _ => ValueKind.Element,
        };

    /// <summary>Whether a value can stand in a path or query as one piece of text.</summary>
    public static bool IsText(IOpenApiSchema schema) =>
        Of(schema) is not (ValueKind.Element or ValueKind.List or ValueKind.Dictionary or ValueKind.Model);

    private static bool IsStringEnum(IOpenApiSchema schema) =>
        schema.Enum is { Count: > 0 } values
        && values.All(static value => value?.GetValueKind() is JsonValueKind.String or JsonValueKind.Null);

    private static JsonSchemaType? TypeOf(IOpenApiSchema schema) => schema.Type & ~JsonSchemaType.Null;
}
