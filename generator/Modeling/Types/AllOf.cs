using Microsoft.OpenApi;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>Reads a schema with <c>allOf</c> as the one schema that its parts make together.</summary>
internal static class AllOf
{
    /// <summary>The schema itself; the one that it only stands for; or one with the members of all parts, of which the nearest counts.</summary>
    public static IOpenApiSchema Flatten(IOpenApiSchema schema, AllOfParts parts)
    {
        if (schema is OpenApiSchemaReference || schema.AllOf is not { Count: > 0 })
        {
            return schema;
        }

        return Referred(schema) is OpenApiSchemaReference reference ? reference : Merge(schema, parts);
    }

    /// <summary>The reference that a schema is, or that it says more about: what stands beside it is about the member there, not about the type.</summary>
    public static IOpenApiSchema Referred(IOpenApiSchema schema) =>
        schema is not OpenApiSchemaReference
        && schema.AllOf is { Count: 1 } parts
        && parts[0] is OpenApiSchemaReference reference
        && !HasOwnShape(schema)
            ? reference
            : schema;

    /// <summary>What <see cref="Referred"/> leads to. To be asked in its place: a reference looks it up each time that it is asked for anything.</summary>
    public static IOpenApiSchema DefinitionOf(IOpenApiSchema schema) => Follow(Referred(schema));

    /// <summary>What a reference leads to. Its own target is looked for by URI; a definition, as nearly all are, is found by its name.</summary>
    public static IOpenApiSchema Follow(IOpenApiSchema schema) =>
        schema is not OpenApiSchemaReference reference ? schema
        : reference.Reference is { Id: { } id, HostDocument.Components.Schemas: { } named }
        && named.TryGetValue(id, out IOpenApiSchema? definition)
        && definition is not OpenApiSchemaReference
            ? definition
        : reference.Target ?? schema;

    /// <summary>As <see cref="Flatten"/>, with the members of what is referred to.</summary>
    public static IOpenApiSchema ShapeOf(IOpenApiSchema schema, AllOfParts parts)
    {
        IOpenApiSchema flat = Flatten(schema, parts);
        IOpenApiSchema definition = Follow(flat);
        return definition != flat && definition.AllOf is { Count: > 0 } ? Merge(definition, parts) : definition;
    }

    private static bool HasOwnShape(IOpenApiSchema schema) =>
        schema.Properties is { Count: > 0 } || schema.AdditionalProperties is not null || schema.Required is { Count: > 0 };

    private static MergedSchema Merge(IOpenApiSchema schema, AllOfParts all)
    {
        Dictionary<IOpenApiSchema, string?> owners = new() { [schema] = null };
        List<IOpenApiSchema> parts = [.. PartOrder.Of(schema, part => PartsOf(part, owners, all))];
        MergedSchema merged = Merge(schema, parts, owners);
        merged.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        merged.Required = new HashSet<string>(StringComparer.Ordinal);
        foreach (IOpenApiSchema part in parts)
        {
            merged.Required.UnionWith(part.Required ?? Enumerable.Empty<string>());
            foreach (KeyValuePair<string, IOpenApiSchema> property in part.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                merged.Properties[property.Key] = property.Value;
                merged.Owners.Remove(property.Key);
                if (owners[part] is { } owner)
                {
                    merged.Owners.Add(property.Key, owner);
                }
            }
        }

        merged.Type = merged.Properties.Count > 0 ? JsonSchemaType.Object : merged.Type;
        return merged;
    }

    private static MergedSchema Merge(IOpenApiSchema schema, List<IOpenApiSchema> parts, Dictionary<IOpenApiSchema, string?> owners)
    {
        IOpenApiSchema? typed = parts.FindLast(static part => part.Type is not null);
        IOpenApiSchema? list = parts.FindLast(static part => part.Items is not null);
        IOpenApiSchema? map = parts.FindLast(static part => part.AdditionalProperties is not null);
        return new MergedSchema
        {
            Type = typed?.Type,
            Format = typed?.Format,
            Title = schema.Title,
            Description = schema.Description ?? parts.FindLast(static part => part.Description is not null)?.Description,
            Extensions = schema.Extensions,
            ReadOnly = schema.ReadOnly,
            Deprecated = schema.Deprecated,
            Default = schema.Default,
            Discriminator = schema.Discriminator,
            Enum = parts.FindLast(static part => part.Enum is { Count: > 0 })?.Enum,
            Items = list?.Items,
            ItemsOwner = list is null ? null : owners[list],
            AdditionalProperties = map?.AdditionalProperties,
            AdditionalOwner = map is null ? null : owners[map],
        };
    }

    private static IEnumerable<IOpenApiSchema> PartsOf(IOpenApiSchema schema, Dictionary<IOpenApiSchema, string?> owners, AllOfParts all)
    {
        foreach ((IOpenApiSchema target, string? id) in all.Of(schema))
        {
            if (!owners.ContainsKey(target))
            {
                owners[target] = id ?? owners[schema];
            }

            yield return target;
        }
    }
}
