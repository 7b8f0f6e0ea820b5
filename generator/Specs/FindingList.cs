using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Specs;

/// <summary>Gathers what there is to tell about one document.</summary>
internal sealed class FindingList
{
    // Nobody reads more, and each is looked up in the text.
    private const int MaxOfAKind = 200;

    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _known = [];
    private readonly Dictionary<(string Id, string Path), int> _counts = [];
    private readonly HashSet<(string Id, string Path)> _full = [];
    private (JsonNode Document, NodeOrigins Origins)? _overlaid;
    private (JsonNode Document, NodeOrigins Origins)? _converted;
    private ChosenOperations? _chosen;

    public bool HasErrors => _findings.Any(static finding => Descriptors.Find(finding.Id).DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>From now on, what an overlay brought into the document is shown in the overlay.</summary>
    public void FollowOverlay(JsonNode document, NodeOrigins origins) => _overlaid = (document, origins);

    /// <summary>From now on, places are those of this document, and what was converted is shown where it stood before.</summary>
    public void FollowConversion(JsonNode document, NodeOrigins origins) => _converted = (document, origins);

    /// <summary>From now on, what is wrong about parts of the document that nobody asked for is not told.</summary>
    public void LimitTo(ChosenOperations chosen) => _chosen = chosen;

    /// <summary>Adds a finding about the whole file.</summary>
    public void Add(DiagnosticDescriptor descriptor, string path, params string[] arguments) =>
        Add(descriptor, path, default, [], arguments);

    public void Add(
        DiagnosticDescriptor descriptor,
        string path,
        TextPosition position,
        IEnumerable<string> pointer,
        params string[] arguments
    ) => Add(descriptor, path, () => (position, pointer), arguments);

    /// <summary>Adds a finding at the place in <paramref name="text"/> that a JSON pointer names.</summary>
    public void AddAt(
        DiagnosticDescriptor descriptor,
        string path,
        string text,
        IReadOnlyList<string> pointer,
        params string[] arguments
    ) =>
        Add(
            descriptor,
            path,
            () =>
            {
                TextPosition position = JsonPositions.Find(text, pointer, out int depth);
                return (position, pointer.Take(depth));
            },
            arguments
        );

    /// <summary>Adds a finding at the place that a JSON pointer names: in the document, or in the overlay if that is where it comes from.</summary>
    public void AddAt(DiagnosticDescriptor descriptor, SpecFile file, IReadOnlyList<string> pointer, params string[] arguments)
    {
        pointer = _converted is var (converted, sources) ? sources.Find(converted, pointer) ?? pointer : pointer;
        if (_chosen?.Need(pointer) == false)
        {
            return;
        }

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

    private void Add(
        DiagnosticDescriptor descriptor,
        string path,
        Func<(TextPosition Position, IEnumerable<string> Pointer)> locate,
        string[] arguments
    )
    {
        if (_full.Contains((descriptor.Id, path)))
        {
            return;
        }

        (TextPosition position, IEnumerable<string> pointer) = locate();
        Finding finding = new(descriptor.Id, path, position, JsonPositions.Pointer(pointer), arguments.ToEquatableArray());

        // What several operations share is said once.
        if (_known.Contains(finding))
        {
            return;
        }

        _counts.TryGetValue((descriptor.Id, path), out int count);
        if (count == MaxOfAKind)
        {
            _full.Add((descriptor.Id, path));
            Add(Descriptors.MoreFindings, path, $"{MaxOfAKind}", descriptor.Id);
            return;
        }

        _known.Add(finding);
        _findings.Add(finding);
        _counts[(descriptor.Id, path)] = count + 1;
    }
}
