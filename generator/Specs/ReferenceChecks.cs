using System.Globalization;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>Follows references within a document.</summary>
internal sealed class ReferenceChecks(JsonObject document)
{
    public const string Member = "$ref";

    /// <summary>Whether there is an object where the reference points: whatever can be referred to is one.</summary>
    public bool Leads(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return false;
        }

        return Find(document, Segments(reference)) is JsonObject;
    }

    /// <summary>The names along a reference's way, decoded.</summary>
    public static IEnumerable<string> Segments(string reference) =>
        reference.Split('/').Skip(1).Select(static segment => Uri.UnescapeDataString(segment).Replace("~1", "/").Replace("~0", "~"));

    /// <summary>What stands at the end of a way, if there is one.</summary>
    public static JsonNode? Find(JsonNode? node, IEnumerable<string> segments)
    {
        foreach (string name in segments)
        {
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray items when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) => items
                    .Skip(index)
                    .FirstOrDefault(),
                _ => null,
            };
        }

        return node;
    }

    /// <summary>What an object stands for that may be a reference, to a reference and so on; nothing where that leads nowhere or in a circle.</summary>
    public static JsonObject? Resolve(JsonObject document, JsonObject part)
    {
        HashSet<JsonObject> way = [];
        JsonObject? at = part;
        while (at is not null && at[Member] is JsonValue reference)
        {
            at = way.Add(at) ? Find(document, Segments(reference.ToString())) as JsonObject : null;
        }

        return at;
    }

    /// <summary>One definition of each circle of definitions that are nothing but references to one another.</summary>
    public IEnumerable<string> FindCycles()
    {
        const string Prefix = "#/definitions/";
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (string start in (document["definitions"] as JsonObject ?? []).Select(static definition => definition.Key))
        {
            HashSet<string> way = new(StringComparer.Ordinal);
            string? name = start;
            while (name is not null && !done.Contains(name) && way.Add(name))
            {
                string? reference = (document["definitions"]![name] as JsonObject)?[Member]?.ToString();
                name =
                    reference?.StartsWith(Prefix, StringComparison.Ordinal) == true
                        ? Uri.UnescapeDataString(reference.Substring(Prefix.Length))
                        : null;
            }

            if (name is not null && way.Contains(name))
            {
                yield return name;
            }

            done.UnionWith(way);
        }
    }
}
