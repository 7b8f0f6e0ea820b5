using Microsoft.OpenApi;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>A schema with the members of all parts of its <c>allOf</c>, and which definition each was declared in: what is declared there is named after it.</summary>
internal sealed class MergedSchema : OpenApiSchema
{
    /// <summary>The definitions of the members that come from one, by name.</summary>
    public Dictionary<string, string> Owners { get; } = new(StringComparer.Ordinal);

    /// <summary>The definition that the items come from.</summary>
    public string? ItemsOwner { get; init; }

    /// <summary>The definition that the type of additional members comes from.</summary>
    public string? AdditionalOwner { get; init; }

    /// <summary>The definition that a member comes from; nothing if it stands in the schema itself.</summary>
    public static string? OwnerOf(IOpenApiSchema schema, string member) =>
        schema is MergedSchema merged && merged.Owners.TryGetValue(member, out string? owner) ? owner : null;
}
