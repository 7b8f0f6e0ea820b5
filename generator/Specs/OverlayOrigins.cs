using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>What an overlay put into a document, and where in the overlay that stands.</summary>
internal sealed class OverlayOrigins
{
    private readonly Dictionary<JsonNode, IReadOnlyList<string>> _origins = [];

    /// <summary>Notes that a node of the document was made from the place in the overlay that a JSON pointer names.</summary>
    public void Add(JsonNode? node, IReadOnlyList<string> origin)
    {
        if (node is not null)
        {
            _origins[node] = origin;
        }
    }

    /// <summary>Where in the overlay a thing of the document stands; nothing if it is the document's own.</summary>
    public IReadOnlyList<string>? Find(JsonNode document, IReadOnlyList<string> pointer)
    {
        List<string>? origin = null;
        JsonNode? node = document;
        foreach (string segment in pointer)
        {
            node = ReferenceChecks.Find(node, [segment]);
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
