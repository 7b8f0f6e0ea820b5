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
    private static readonly HashSet<string> Maps = ["properties", ReferenceNames.Definitions];

    // What stands below these is data.
    private static readonly HashSet<string> DataMembers = ["example", "examples", "default", "enum"];

    private readonly List<(Lookup Lookup, IReadOnlyList<string> Pointer)> _found = [];
    private readonly HashSet<JsonNode> _seen = [];
    private readonly Queue<(JsonNode Node, IReadOnlyList<string> Pointer)> _open = new();

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

        foreach (
            KeyValuePair<string, JsonNode?> definition in withDefinitions ? document[ReferenceNames.Definitions] as JsonObject ?? [] : []
        )
        {
            Open([ReferenceNames.Definitions, definition.Key]);
        }

        while (_open.Count > 0)
        {
            (JsonNode node, IReadOnlyList<string> pointer) = _open.Dequeue();
            Look(node, [.. pointer]);
        }

        return _found;
    }

    // By now, references lead to definitions, parameters and responses only: what is remembered is these, not each object within.
    private void Open(IReadOnlyList<string> pointer)
    {
        if (ReferenceTargets.Find(document, pointer) is { } node && _seen.Add(node))
        {
            _open.Enqueue((node, pointer));
        }
    }

    private void Look(JsonNode node, List<string> pointer)
    {
        if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                LookWithin(i.ToString(CultureInfo.InvariantCulture), items[i], pointer);
            }
        }
        else if (node is JsonObject members)
        {
            if (members[ReferenceTargets.Member] is JsonValue reference)
            {
                Open([.. ReferenceTargets.Segments(reference.ToString())]);
            }

            foreach (Lookup lookup in Lookup.At(members, static (members, key) => members[key]))
            {
                _found.Add((lookup, [.. pointer, lookup.Key]));
            }

            bool isMap = Maps.Contains(pointer[pointer.Count - 1]);
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                if (isMap || !(DataMembers.Contains(member.Key) || member.Key.StartsWith("x-", StringComparison.Ordinal)))
                {
                    LookWithin(member.Key, member.Value, pointer);
                }
            }
        }
    }

    private void LookWithin(string name, JsonNode? value, List<string> pointer)
    {
        if (value is JsonObject or JsonArray)
        {
            pointer.Add(name);
            Look(value, pointer);
            pointer.RemoveAt(pointer.Count - 1);
        }
    }
}
