using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Modeling.Types;

namespace PowerConnectors.Generator.Modeling.Texts;

/// <summary>What is said of a member: where it stands, and, where nothing is said there, at the definition that it refers to.</summary>
internal static class MemberTexts
{
    /// <summary>Finds what a key says, however often: a reference looks its definition up each time that it is asked for anything.</summary>
    public static Func<string, JsonNode?> Finder(IOpenApiSchema schema)
    {
        IDictionary<string, IOpenApiExtension>? own = schema.Extensions;
        IOpenApiSchema referred = AllOf.Referred(schema);
        IDictionary<string, IOpenApiExtension>? definitions = referred == schema ? null : referred.Extensions;
        return key => DocTexts.Node(own, key) ?? DocTexts.Node(definitions, key);
    }

    public static bool IsReadOnly(IOpenApiSchema schema) => schema.ReadOnly || AllOf.Referred(schema).ReadOnly;

    /// <summary>The schema whose texts are the member's.</summary>
    public static IOpenApiSchema Described(IOpenApiSchema schema, string displayNameKey) =>
        schema.Description is not null || DocTexts.Text(schema.Extensions, displayNameKey) is not null ? schema : AllOf.Referred(schema);
}
