using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>Says what kind of value a schema describes.</summary>
internal static class SchemaKinds
{
    /// <summary>Whether the schema has members of its own and so becomes a class.</summary>
    public static bool IsModel(IOpenApiSchema schema) => TypeOf(schema) is JsonSchemaType.Object && schema.Properties is { Count: > 0 };

    public static bool IsEnum(IOpenApiSchema schema) => Of(schema) is ValueKind.Enum or ValueKind.Int64Enum or ValueKind.DoubleEnum;

    public static ValueKind Of(IOpenApiSchema schema) => OfDefinition(AllOf.DefinitionOf(schema));

    /// <summary>Whether a value can stand in a path or query as one piece of text.</summary>
    public static bool IsText(IOpenApiSchema schema) =>
        Of(schema) is not (ValueKind.Element or ValueKind.List or ValueKind.Dictionary or ValueKind.Model);

    /// <summary>Whether the value is no JSON, but content of its own.</summary>
    public static bool IsBinary(IOpenApiSchema schema) =>
        AllOf.DefinitionOf(schema) is { Format: "binary" or "file" } definition && TypeOf(definition) is JsonSchemaType.String or null;

    private static ValueKind OfDefinition(IOpenApiSchema schema) =>
        TypeOf(schema) switch
        {
            JsonSchemaType.String when EnumTexts.AreStrings(schema) => ValueKind.Enum,
            JsonSchemaType.String => OfString(schema.Format),
            JsonSchemaType.Boolean => ValueKind.Boolean,
            JsonSchemaType.Integer when EnumTexts.AreWholeNumbers(schema) => ValueKind.Int64Enum,
            JsonSchemaType.Integer when schema.Format == "int32" => ValueKind.Int32,
            JsonSchemaType.Integer => ValueKind.Int64,
            JsonSchemaType.Number when EnumTexts.AreNumbers(schema) => ValueKind.DoubleEnum,
            JsonSchemaType.Number when schema.Format == "decimal" => ValueKind.Decimal,
            // For a float too: services send more digits than one holds.
            JsonSchemaType.Number => ValueKind.Double,
            JsonSchemaType.Array => ValueKind.List,
            JsonSchemaType.Object when schema.Properties is { Count: > 0 } => ValueKind.Model,
            JsonSchemaType.Object when schema.AdditionalProperties is not null => ValueKind.Dictionary,
            _ => ValueKind.Element,
        };

    private static ValueKind OfString(string? format) =>
        format switch
        {
            "date-time" => ValueKind.DateTimeOffset,
            "date" => ValueKind.DateOnly,
            "uuid" or "guid" => ValueKind.Guid,
            "uri" => ValueKind.Uri,
            "byte" => ValueKind.Bytes,
            _ => ValueKind.String,
        };

    // Documents forget the type where something else tells it.
    private static JsonSchemaType? TypeOf(IOpenApiSchema schema) =>
        schema.Type is { } type ? type & ~JsonSchemaType.Null
        : schema.Properties is { Count: > 0 } || schema.AdditionalProperties is not null ? JsonSchemaType.Object
        : schema.Items is not null ? JsonSchemaType.Array
        : EnumTexts.AreStrings(schema) ? JsonSchemaType.String
        : null;
}
