using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace PowerConnectors.Generator.Modeling;

/// <summary>What is said of a member: where it stands, and, where nothing is said there, at the definition that it refers to.</summary>
internal static class MemberTexts
{
    public static JsonNode? Node(IOpenApiSchema schema, string key) =>
        DocTexts.Node(schema.Extensions, key) ?? DocTexts.Node(AllOf.Referred(schema).Extensions, key);

    public static bool IsReadOnly(IOpenApiSchema schema) => schema.ReadOnly || AllOf.Referred(schema).ReadOnly;

    /// <summary>The schema whose texts are the member's.</summary>
    public static IOpenApiSchema Described(IOpenApiSchema schema, string displayNameKey) =>
        schema.Description is not null || DocTexts.Text(schema.Extensions, displayNameKey) is not null ? schema : AllOf.Referred(schema);
}
