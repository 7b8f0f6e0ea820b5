using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.Json;

/// <summary>Which nodes of a document were made from something else, as an overlay or a document of another version, and where in that it stands.</summary>
internal sealed class NodeOrigins
{
    private readonly Dictionary<JsonNode, IReadOnlyList<string>> _origins = [];

    /// <summary>Notes that a node of the document was made from the place that a JSON pointer names.</summary>
    public void Add(JsonNode? node, IReadOnlyList<string> origin)
    {
        if (node is not null)
        {
            _origins[node] = origin;
        }
    }

    /// <summary>Notes that a node of the document comes from where another does.</summary>
    public void AddCopy(JsonNode node, JsonNode copy)
    {
        if (_origins.TryGetValue(node, out IReadOnlyList<string>? origin))
        {
            _origins[copy] = origin;
        }
    }

    /// <summary>Where a thing of the document comes from; nothing if it is the document's own.</summary>
    public IReadOnlyList<string>? Find(JsonNode document, IReadOnlyList<string> pointer)
    {
        List<string>? origin = null;
        JsonNode? node = document;
        foreach (string segment in pointer)
        {
            node = ReferenceTargets.Find(node, [segment]);
            if (node is not null && _origins.TryGetValue(node, out IReadOnlyList<string>? start))
            {
                origin = [.. start];
            }
            else
            {
                origin?.Add(segment);
            }
        }

        return origin;
    }
}
