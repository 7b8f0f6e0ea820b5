using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs.Json;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>The document that is converted: finds what its references name, and notes what becomes of its parts.</summary>
internal sealed class ConversionSource(JsonObject document, SpecFile file, FindingList findings)
{
    private const string Schemas = "#/components/schemas/";

    private readonly ReferenceTargets _references = new(document);
    private readonly Dictionary<string, Part> _named = new(StringComparer.Ordinal);
    private readonly Queue<KeyValuePair<string, Part>> _open = new();

    public Part Document { get; } = new(document, []);

    /// <summary>Where the parts of the converted document come from.</summary>
    public NodeOrigins Origins { get; } = new();

    /// <summary>What a part stands for that may be a reference; nothing where that leads nowhere, which is told before.</summary>
    public Part? Resolve(Part part)
    {
        return _references.Resolve(part.Json) is not { } end ? null
            : end == part.Json ? part
            : new Part(end, _references.PlaceOf(end));
    }

    /// <summary>The reference to a schema, as the converted document writes it. A schema that is named by its place elsewhere becomes one with a name.</summary>
    public string Convert(string reference)
    {
        if (reference.StartsWith(Schemas, StringComparison.Ordinal))
        {
            return $"#/definitions/{reference.Substring(Schemas.Length)}";
        }

        string[] pointer = [.. ReferenceTargets.Segments(reference)];
        string name = string.Join("/", pointer);
        if (!_named.ContainsKey(name))
        {
            Part target = new(_references.Target(reference)!, pointer);
            _named.Add(name, target);
            _open.Enqueue(new KeyValuePair<string, Part>(name, target));
        }

        return $"#/definitions/{Uri.EscapeDataString(name.Replace("~", "~0").Replace("/", "~1"))}";
    }

    /// <summary>The next schema that got a name because it is referred to, if there is one more.</summary>
    public bool TryTake(out KeyValuePair<string, Part> schema)
    {
        bool isThere = _open.Count > 0;
        schema = isThere ? _open.Dequeue() : default;
        return isThere;
    }

    public void NotSupported(Part part, string[] members, string what, string consequence) =>
        findings.AddAt(Descriptors.NotSupported, file, part.Place(members), what, consequence);

    public void Skip(Part operation, string name, string reason) =>
        findings.AddAt(Descriptors.OperationSkipped, file, operation.Pointer, name, reason);
}
