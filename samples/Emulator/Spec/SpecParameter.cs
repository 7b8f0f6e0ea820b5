using System.Text.Json;

namespace PowerConnectors.Emulator.Spec;

/// <summary>A parameter of an operation.</summary>
internal sealed class SpecParameter(JsonElement parameter, SpecDocument document)
{
    public string Name { get; } = parameter.GetProperty("name").GetString()!;

    /// <summary>Where it stands: <c>path</c>, <c>query</c> or <c>body</c>.</summary>
    public string In { get; } = parameter.GetProperty("in").GetString()!;

    public bool Required { get; } = parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    /// <summary>Its type, unless it stands in the body.</summary>
    public string? Type { get; } = parameter.TryGetProperty("type", out var type) ? type.GetString() : null;

    /// <summary>Its schema, if it stands in the body.</summary>
    public SpecSchema? Schema { get; } = parameter.TryGetProperty("schema", out var schema) ? new SpecSchema(schema, document) : null;
}
