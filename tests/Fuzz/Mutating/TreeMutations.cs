using System.Text.Json.Nodes;

namespace PowerConnectors.Fuzz.Mutating;

/// <summary>Changes of a document's tree that leave it JSON.</summary>
internal sealed class TreeMutations(Random random, JsonNode root)
{
    public void ApplyOne()
    {
        List<JsonNode> nodes = [.. Descendants(root)];
        if (nodes.Count == 0)
        {
            return;
        }

        JsonNode node = nodes[random.Next(nodes.Count)];
        JsonNode other = nodes[random.Next(nodes.Count)];
        switch (random.Next(10))
        {
            case 0:
                Remove(node);
                break;
            case 1:
                Replace(node, OddValues.Any(random));
                break;
            case 2:
                Replace(node, other.DeepClone());
                break;
            case 3:
                Swap(node, other);
                break;
            case 4:
                Rename(node, nodes);
                break;
            case 5:
                Replace(node, new JsonObject { ["$ref"] = PointerTo(other) });
                break;
            case 6:
                Replace(node, Nested(node.DeepClone(), random.Next(8) == 0 ? random.Next(100, 300) : random.Next(1, 12)));
                break;
            case 7 when node is JsonObject schema:
                schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = PointerTo(other) }, other.DeepClone());
                break;
            case 8 when node is JsonObject members:
                members[random.Next(2) == 0 ? OddValues.Text(random) : NameIn(nodes)] = other.DeepClone();
                break;
            case 9 when node is JsonArray items:
                items.Add(random.Next(2) == 0 ? OddValues.Any(random) : other.DeepClone());
                break;
            default:
                Replace(node, random.Next(2) == 0 ? OddValues.Text(random) : null);
                break;
        }
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject members => members.Select(static member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (JsonNode child in children.OfType<JsonNode>())
        {
            yield return child;
            foreach (JsonNode below in Descendants(child))
            {
                yield return below;
            }
        }
    }

    private static void Remove(JsonNode node)
    {
        switch (node.Parent)
        {
            case JsonObject members:
                members.Remove(node.GetPropertyName());
                break;
            case JsonArray items:
                items.Remove(node);
                break;
        }
    }

    private static void Replace(JsonNode node, JsonNode? by)
    {
        switch (node.Parent)
        {
            case JsonObject members:
                members[node.GetPropertyName()] = by;
                break;
            case JsonArray items:
                items[node.GetElementIndex()] = by;
                break;
        }
    }

    private static void Swap(JsonNode node, JsonNode other)
    {
        JsonNode copy = node.DeepClone();
        Replace(node, other.DeepClone());
        if (other.Root == node.Root && other.Parent is not null)
        {
            Replace(other, copy);
        }
    }

    private void Rename(JsonNode node, List<JsonNode> nodes)
    {
        if (node.Parent is JsonObject members)
        {
            members.Remove(node.GetPropertyName());
            members[random.Next(2) == 0 ? OddValues.Text(random) : NameIn(nodes)] = node;
        }
    }

    private string NameIn(List<JsonNode> nodes)
    {
        JsonNode node = nodes[random.Next(nodes.Count)];
        return node.Parent is JsonObject ? node.GetPropertyName() : "x";
    }

    private JsonNode Nested(JsonNode node, int depth)
    {
        int kind = random.Next(4);
        for (int i = 0; i < depth; i++)
        {
            node = kind switch
            {
                0 => new JsonObject { ["type"] = "array", ["items"] = node },
                1 => new JsonObject { ["type"] = "object", ["additionalProperties"] = node },
                2 => new JsonObject { ["allOf"] = new JsonArray(node) },
                _ => new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["a"] = node },
                },
            };
        }

        return node;
    }

    private static string PointerTo(JsonNode node)
    {
        List<string> segments = [];
        for (JsonNode? at = node; at?.Parent is { } parent; at = parent)
        {
            string segment = parent is JsonObject ? at.GetPropertyName() : $"{at.GetElementIndex()}";
            segments.Insert(0, segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return $"#/{string.Join('/', segments)}";
    }
}
