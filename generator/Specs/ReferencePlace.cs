using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>A reference, with its place.</summary>
/// <param name="Pointer">The place of the <c>$ref</c>.</param>
/// <param name="Owner">The object that it stands in.</param>
/// <param name="Reference">What it says.</param>
internal sealed record ReferencePlace(IReadOnlyList<string> Pointer, JsonObject Owner, string Reference)
{
    // What stands below these is data, in which "$ref" is a name like any other, or is not followed.
    private static readonly HashSet<string> DataMembers =
    [
        "example",
        "examples",
        "default",
        "enum",
        "security",
        "securityDefinitions",
        "headers",
        "callbacks",
        "links",
        "not",
    ];

    /// <summary>All references of a document, in its order.</summary>
    public static IReadOnlyList<ReferencePlace> FindAll(JsonObject document)
    {
        List<ReferencePlace> found = [];
        Walk(document, isMap: false, [], found);
        return found;
    }

    private static void Walk(JsonNode node, bool isMap, List<string> pointer, List<ReferencePlace> found)
    {
        foreach ((string name, JsonNode? value) in Children(node))
        {
            pointer.Add(name);
            if (isMap)
            {
                WalkInto(value, isMap: false, pointer, found);
            }
            else if (name == ReferenceTargets.Member && value?.GetValueKind() == JsonValueKind.String)
            {
                found.Add(new ReferencePlace([.. pointer], (JsonObject)node, value.GetValue<string>()));
            }
            else if (!DataMembers.Contains(name) && (name == Shape.NotificationKey || !name.StartsWith("x-", StringComparison.Ordinal)))
            {
                WalkInto(value, FaultyPart.IsMap(name) && value is JsonObject, pointer, found);
            }

            pointer.RemoveAt(pointer.Count - 1);
        }
    }

    private static void WalkInto(JsonNode? node, bool isMap, List<string> pointer, List<ReferencePlace> found)
    {
        if (node is JsonObject or JsonArray)
        {
            Walk(node, isMap, pointer, found);
        }
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Children(JsonNode node) =>
        node is JsonObject members
            ? members.Select(static member => (member.Key, member.Value))
            : ((JsonArray)node).Select(static (item, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), item));
}
