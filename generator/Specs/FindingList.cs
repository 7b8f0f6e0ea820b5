using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Specs;

/// <summary>Gathers what there is to tell about one document.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];
    private (JsonNode Document, OverlayOrigins Origins)? _overlaid;

    public bool HasErrors => _findings.Any(static finding => Descriptors.Find(finding.Id).DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>From now on, what an overlay brought into the document is shown in the overlay.</summary>
    public void Follow(JsonNode document, OverlayOrigins origins) => _overlaid = (document, origins);

    /// <summary>Adds a finding about the whole file.</summary>
    public void Add(DiagnosticDescriptor descriptor, string path, params string[] arguments) =>
        Add(descriptor, path, default, [], arguments);

    public void Add(
        DiagnosticDescriptor descriptor,
        string path,
        TextPosition position,
        IEnumerable<string> pointer,
        params string[] arguments
    ) => _findings.Add(new Finding(descriptor.Id, path, position, JsonPositions.Pointer(pointer), arguments.ToEquatableArray()));

    /// <summary>Adds a finding at the place in <paramref name="text"/> that a JSON pointer names.</summary>
    public void AddAt(DiagnosticDescriptor descriptor, string path, string text, IReadOnlyList<string> pointer, params string[] arguments)
    {
        TextPosition position = JsonPositions.Find(text, pointer, out int depth);
        Add(descriptor, path, position, pointer.Take(depth), arguments);
    }

    /// <summary>Adds a finding at the place that a JSON pointer names: in the document, or in the overlay if that is where it comes from.</summary>
    public void AddAt(DiagnosticDescriptor descriptor, SpecFile file, IReadOnlyList<string> pointer, params string[] arguments)
    {
        if (_overlaid is var (document, origins) && origins.Find(document, pointer) is { } origin)
        {
            AddAt(descriptor, file.OverlayPath!, file.OverlayText!, origin, arguments);
        }
        else
        {
            AddAt(descriptor, file.Path, file.Text!, pointer, arguments);
        }
    }

    public EquatableArray<Finding> ToArray() => _findings.ToEquatableArray();
}
