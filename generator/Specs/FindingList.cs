using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Specs.Json;

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
    private readonly Dictionary<(string Container, string Name), IReadOnlyList<string>> _moved = [];
    private (JsonNode Document, NodeOrigins Origins)? _overlaid;
    private (JsonNode Document, NodeOrigins Origins)? _converted;
    private ChosenOperations? _chosen;

    public bool HasErrors => _findings.Any(static finding => Descriptors.Find(finding.Id).DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>From now on, what an overlay brought into the document is shown in the overlay.</summary>
    public void FollowOverlay(JsonNode document, NodeOrigins origins) => _overlaid = (document, origins);

    /// <summary>From now on, places are those of this document, and what was converted is shown where it stood before.</summary>
    public void FollowConversion(JsonNode document, NodeOrigins origins) => _converted = (document, origins);

    /// <summary>From now on, what is shared under a name is shown where it stood before.</summary>
    public void FollowMove((string Container, string Name) part, IReadOnlyList<string> stood) => _moved[part] = stood;

    /// <summary>From now on, a copy comes from where the node itself does.</summary>
    public void FollowCopy(JsonNode? node, JsonNode? copy)
    {
        if (node is not null && copy is not null)
        {
            _overlaid?.Origins.AddCopy(node, copy);
            _converted?.Origins.AddCopy(node, copy);
        }
    }

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
        IReadOnlyList<string> place = Stood(pointer);
        if (_converted is var (converted, sources))
        {
            pointer = place = sources.Find(converted, pointer) ?? sources.Find(converted, place) ?? place;
        }

        if (_chosen?.Need(place) == false)
        {
            return;
        }

        if (_overlaid is var (document, origins) && origins.Find(document, pointer) is { } origin)
        {
            AddAt(descriptor, file.OverlayPath!, file.OverlayText!, origin, arguments);
        }
        else
        {
            AddAt(descriptor, file.Path, file.Text!, place, arguments);
        }
    }

    public EquatableArray<Finding> ToArray() => _findings.ToEquatableArray();

    private IReadOnlyList<string> Stood(IReadOnlyList<string> pointer) =>
        pointer.Count > 1 && _moved.TryGetValue((pointer[0], pointer[1]), out IReadOnlyList<string>? stood)
            ? [.. stood, .. pointer.Skip(2)]
            : pointer;

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
