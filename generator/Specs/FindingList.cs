using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Specs;

/// <summary>Gathers what there is to tell about one document.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];

    public bool HasErrors => _findings.Any(static finding => Descriptors.Find(finding.Id).DefaultSeverity == DiagnosticSeverity.Error);

    public void Add(DiagnosticDescriptor descriptor, string path, TextPosition position, params string[] arguments) =>
        _findings.Add(new Finding(descriptor.Id, path, position, arguments.ToEquatableArray()));

    /// <summary>Adds a finding at the place in <paramref name="text"/> that a JSON pointer names.</summary>
    public void AddAt(
        DiagnosticDescriptor descriptor,
        string path,
        string text,
        IReadOnlyList<string> pointer,
        params string[] arguments
    ) => Add(descriptor, path, JsonPositions.Find(text, pointer), arguments);

    /// <summary>Adds a finding at the place in a document that a JSON pointer names; an extension that the overlay brought is found there.</summary>
    public void AddAt(DiagnosticDescriptor descriptor, SpecFile file, IReadOnlyList<string> pointer, params string[] arguments)
    {
        string extension =
            pointer.Count > 0 && pointer[pointer.Count - 1].StartsWith("x-", StringComparison.Ordinal) ? pointer[pointer.Count - 1] : "";
        if (
            extension.Length > 0
            && file is { OverlayPath: { } path, OverlayText: { } text }
            && !JsonPositions.Has(file.Text!, pointer)
            && JsonPositions.FindName(text, extension) is { } position
        )
        {
            Add(descriptor, path, position, arguments);
            return;
        }

        AddAt(descriptor, file.Path, file.Text!, pointer, arguments);
    }

    public EquatableArray<Finding> ToArray() => _findings.ToEquatableArray();
}
