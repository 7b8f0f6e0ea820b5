using Microsoft.OpenApi;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Reads a schema with <c>allOf</c> as the one schema that its parts make together.</summary>
internal static class AllOf
{
    /// <summary>The schema itself; the one that it only stands for; or one with the members of all parts, of which the nearest counts.</summary>
    public static IOpenApiSchema Flatten(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference || schema.AllOf is not { Count: > 0 } parts)
        {
            return schema;
        }

        if (parts.Count == 1 && !HasOwnShape(schema))
        {
            return parts[0] is OpenApiSchemaReference reference ? reference : Merge(schema);
        }

        return Merge(schema);
    }

    /// <summary>As <see cref="Flatten"/>, with the members of what is referred to.</summary>
    public static IOpenApiSchema ShapeOf(IOpenApiSchema schema) =>
        Flatten(schema) is OpenApiSchemaReference { Target: { AllOf.Count: > 0 } target } ? Merge(target) : Flatten(schema);

    /// <summary>Whether one of the parts is the definition.</summary>
    public static bool Includes(IOpenApiSchema schema, string id) =>
        schema is not OpenApiSchemaReference
        && schema.AllOf?.Any(part => part is OpenApiSchemaReference reference && reference.Reference.Id == id) == true;

    private static bool HasOwnShape(IOpenApiSchema schema) =>
        schema.Properties is { Count: > 0 } || schema.AdditionalProperties is not null || schema.Required is { Count: > 0 };

    private static OpenApiSchema Merge(IOpenApiSchema schema)
    {
        List<IOpenApiSchema> parts = [];
        Gather(schema, parts, new HashSet<string>(StringComparer.Ordinal));
        Dictionary<string, IOpenApiSchema> properties = new(StringComparer.Ordinal);
        HashSet<string> required = new(StringComparer.Ordinal);
        foreach (IOpenApiSchema part in parts)
        {
            required.UnionWith(part.Required ?? Enumerable.Empty<string>());
            foreach (KeyValuePair<string, IOpenApiSchema> property in part.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                properties[property.Key] = property.Value;
            }
        }

        // The nearest stands last.
        parts.Reverse();
        IOpenApiSchema? typed = parts.Find(static part => part.Type is not null);
        return new OpenApiSchema
        {
            Type = properties.Count > 0 ? JsonSchemaType.Object : typed?.Type,
            Format = typed?.Format,
            Title = schema.Title,
            Description = schema.Description ?? parts.Find(static part => part.Description is not null)?.Description,
            Extensions = schema.Extensions,
            ReadOnly = schema.ReadOnly,
            Deprecated = schema.Deprecated,
            Default = schema.Default,
            Discriminator = schema.Discriminator,
            Enum = parts.Find(static part => part.Enum is { Count: > 0 })?.Enum,
            Items = parts.Find(static part => part.Items is not null)?.Items,
            AdditionalProperties = parts.Find(static part => part.AdditionalProperties is not null)?.AdditionalProperties,
            Properties = properties,
            Required = required,
        };
    }

    // A part that leads back to a schema around it brings nothing new.
    private static void Gather(IOpenApiSchema schema, List<IOpenApiSchema> parts, HashSet<string> seen)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id } && !seen.Add(id))
        {
            return;
        }

        // A reference looks up its target for each of its members.
        IOpenApiSchema target = schema is OpenApiSchemaReference { Target: { } found } ? found : schema;
        foreach (IOpenApiSchema part in target.AllOf ?? Enumerable.Empty<IOpenApiSchema>())
        {
            Gather(part, parts, seen);
        }

        parts.Add(target);
    }
}
