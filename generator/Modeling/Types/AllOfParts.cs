using Microsoft.OpenApi;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>Reads the parts of the <c>allOf</c> of a document's schemas, which can stand in a chain that is gone through again for each of its links.</summary>
internal sealed class AllOfParts(ModelSize size, CancellationToken token)
{
    private readonly Dictionary<IOpenApiSchema, (IOpenApiSchema Target, string? Id)[]> _parts = [];

    /// <summary>What the parts are, and the definition that each is.</summary>
    /// <exception cref="TooLargeException">More parts were read than a document may have.</exception>
    public (IOpenApiSchema Target, string? Id)[] Of(IOpenApiSchema schema)
    {
        token.ThrowIfCancellationRequested();

        // A reference looks up its target for each of its members.
        if (!_parts.TryGetValue(schema, out (IOpenApiSchema Target, string? Id)[]? parts))
        {
            parts = [.. (schema.AllOf ?? Enumerable.Empty<IOpenApiSchema>()).Select(Follow)];
            _parts.Add(schema, parts);
        }

        size.AddParts(parts.Length);
        return parts;
    }

    private static (IOpenApiSchema Target, string? Id) Follow(IOpenApiSchema part) =>
        part is OpenApiSchemaReference reference ? (reference.Target ?? part, reference.Reference.Id) : (part, null);
}
