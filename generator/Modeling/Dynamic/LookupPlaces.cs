using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Modeling.Operations;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Modeling.Dynamic;

/// <summary>Finds what is looked up by the operations of a client, and where in the document that stands.</summary>
internal sealed class LookupPlaces(JsonObject document)
{
    // The names in these are the document's own.
    private static readonly HashSet<string> Maps = ["properties", "definitions"];

    // What stands below these is data.
    private static readonly HashSet<string> DataMembers = ["example", "examples", "default", "enum"];

    private readonly List<(Lookup Lookup, IReadOnlyList<string> Pointer)> _found = [];
    private readonly HashSet<JsonNode> _seen = [];
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly Queue<(JsonNode Node, Step Place)> _open = new();

    /// <summary>All that the operations and what they refer to say.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="withDefinitions">Whether definitions count that no operation uses.</param>
    public IReadOnlyList<(Lookup Lookup, IReadOnlyList<string> Pointer)> Find(IEnumerable<PlacedOperation> operations, bool withDefinitions)
    {
        foreach (PlacedOperation operation in operations)
        {
            Open(["paths", operation.Path, operation.Verb.ToLowerInvariant()]);
            Open(["paths", operation.Path, "parameters"]);
            Open(["paths", operation.Path, NotificationBuilder.ContentKey]);
        }

        if (withDefinitions)
        {
            Open(["definitions"]);
        }

        while (_open.Count > 0)
        {
            (JsonNode node, Step place) = _open.Dequeue();
            Look(node, place);
        }

        return _found;
    }

    private void Open(IReadOnlyList<string> pointer)
    {
        if (ReferenceTargets.Find(document, pointer) is { } node)
        {
            Enter(node, pointer.Aggregate((Step?)null, static (outer, name) => new Step(outer, name))!);
        }
    }

    private void Enter(JsonNode node, Step place)
    {
        if (_seen.Add(node))
        {
            _open.Enqueue((node, place));
        }
    }

    private void Look(JsonNode node, Step place)
    {
        if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonObject or JsonArray)
                {
                    Enter(items[i]!, new Step(place, i.ToString(CultureInfo.InvariantCulture)));
                }
            }
        }
        else if (node is JsonObject members)
        {
            if (members[ReferenceTargets.Member] is JsonValue reference && _followed.Add(reference.ToString()))
            {
                Open([.. ReferenceTargets.Segments(reference.ToString())]);
            }

            foreach (Lookup lookup in Lookup.At(key => members[key]))
            {
                _found.Add((lookup, [.. place.Names, lookup.Key]));
            }

            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                bool isOther = DataMembers.Contains(member.Key) || member.Key.StartsWith("x-", StringComparison.Ordinal);
                if (member.Value is JsonObject or JsonArray && (!isOther || Maps.Contains(place.Name)))
                {
                    Enter(member.Value, new Step(place, member.Key));
                }
            }
        }
    }

    /// <summary>One step on the way to a place.</summary>
    private sealed record Step(Step? Outer, string Name)
    {
        public IEnumerable<string> Names => (Outer?.Names ?? []).Append(Name);
    }
}
