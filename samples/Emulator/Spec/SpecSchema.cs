using System.Text.Json;

namespace PowerConnectors.Emulator.Spec;

/// <summary>A schema of the document; what it refers to is looked up when asked for, so that schemas may refer to themselves.</summary>
internal sealed class SpecSchema
{
    private readonly JsonElement _schema;
    private readonly SpecDocument _document;

    public SpecSchema(JsonElement schema, SpecDocument document)
    {
        _document = document;
        _schema = document.Resolve(schema);
        ReadOnly = IsTrue(schema, "readOnly") || IsTrue(_schema, "readOnly");
    }

    /// <summary>Whether only the service writes it, said where it is used or where it is defined.</summary>
    public bool ReadOnly { get; }

    /// <summary>The JSON type; null if any will do.</summary>
    public string? Type => _schema.TryGetProperty("type", out var type) ? type.GetString() : null;

    /// <summary>Whether it is an object whose members are listed.</summary>
    public bool DeclaresMembers => _schema.TryGetProperty("properties", out _);

    public IEnumerable<string> Required =>
        _schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [];

    public SpecSchema? Items => Child("items");

    /// <summary>The schema of members by any name, for a dictionary.</summary>
    public SpecSchema? AdditionalProperties => Child("additionalProperties");

    public SpecSchema? Property(string name) =>
        _schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property)
            ? new SpecSchema(property, _document)
            : null;

    private SpecSchema? Child(string name) =>
        _schema.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object ? new SpecSchema(child, _document) : null;

    private static bool IsTrue(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
