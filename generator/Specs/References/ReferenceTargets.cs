using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Specs.References;

/// <summary>Follows the references of a document. Each is followed once, as they can stand in chains of any length.</summary>
internal sealed class ReferenceTargets(JsonObject document)
{
    public const string Member = "$ref";

    private readonly Dictionary<JsonObject, JsonObject?> _ends = [];
    private readonly Dictionary<JsonObject, string> _namedBy = [];

    /// <summary>What an object refers to; nothing if it is no reference.</summary>
    public static string? Of(JsonObject part) =>
        part[Member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool IsReference(JsonObject part) => Of(part) is not null;

    /// <summary>The names along a reference's way, decoded.</summary>
    public static IEnumerable<string> Segments(string reference)
    {
        int slash = reference.IndexOf('/');
        string[] segments = slash < 0 ? [] : reference.Substring(slash + 1).Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            segments[i] = Uri.UnescapeDataString(segments[i]).Replace("~1", "/").Replace("~0", "~");
        }

        return segments;
    }

    /// <summary>What stands at the end of a way, if there is something.</summary>
    public static JsonNode? Find(JsonNode? node, IEnumerable<string> segments)
    {
        foreach (string name in segments)
        {
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray items
                    when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count => items[
                    index
                ],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The object that a reference points to: whatever can be referred to is one.</summary>
    public JsonObject? Target(string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal) ? Find(document, Segments(reference)) as JsonObject : null;

    /// <summary>What an object stands for that may be a reference, to a reference and so on; nothing where that leads nowhere or in a circle.</summary>
    public JsonObject? Resolve(JsonObject part)
    {
        List<JsonObject> way = [];
        JsonObject? at = part;
        while (at is not null && Of(at) is { } reference)
        {
            if (_ends.TryGetValue(at, out JsonObject? end))
            {
                at = end;
                break;
            }

            _ends[at] = null; // Whoever comes by here again goes in a circle.
            way.Add(at);
            at = Target(reference);
            if (at is not null && !_namedBy.ContainsKey(at))
            {
                _namedBy[at] = reference;
            }
        }

        foreach (JsonObject step in way)
        {
            _ends[step] = at;
        }

        return at;
    }

    /// <summary>What the parts of an <c>allOf</c> stand for.</summary>
    public IEnumerable<JsonObject> PartsOf(JsonObject schema) =>
        (schema[AllOfChecks.Member] as JsonArray ?? []).OfType<JsonObject>().Select(Resolve).OfType<JsonObject>();

    /// <summary>The way to what a reference was resolved to, as the first reference says it.</summary>
    public string[] PlaceOf(JsonObject target) => [.. Segments(_namedBy[target])];
}
