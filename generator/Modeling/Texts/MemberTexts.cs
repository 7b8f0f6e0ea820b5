using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Modeling.Types;

namespace PowerConnectors.Generator.Modeling.Texts;

/// <summary>
/// What is said of a member: where it stands, and, where nothing is said there, at the definition that it refers to. That is looked up once, as a reference looks it up
/// each time that it is asked for anything.
/// </summary>
internal sealed class MemberTexts
{
    private const string NullableKey = "x-nullable";

    private readonly IOpenApiSchema _own;
    private readonly IOpenApiSchema _definition;

    public MemberTexts(IOpenApiSchema schema)
    {
        _definition = AllOf.DefinitionOf(schema);
        _own = schema is OpenApiSchemaReference ? _definition : schema;
    }

    public bool IsReadOnly => _own.ReadOnly || _definition.ReadOnly;

    /// <summary>Whether null is one of its values.</summary>
    public bool IsNullable =>
        _own.Type?.HasFlag(JsonSchemaType.Null) == true
        || _definition.Type?.HasFlag(JsonSchemaType.Null) == true
        || DocTexts.IsTrue(Find(NullableKey));

    public IOpenApiSchema? Items => _definition.Items;

    public JsonNode? Find(string key) => DocTexts.Node(_own.Extensions, key) ?? DocTexts.Node(_definition.Extensions, key);

    /// <summary>The schema whose texts are the member's.</summary>
    public IOpenApiSchema Described(string displayNameKey) =>
        _own.Description is not null || DocTexts.Text(_own.Extensions, displayNameKey) is not null ? _own : _definition;
}
