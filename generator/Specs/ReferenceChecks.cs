using System.Globalization;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>Follows references within a document.</summary>
internal sealed class ReferenceChecks(JsonObject document)
{
    public const string Member = "$ref";

    /// <summary>Whether there is something where the reference points.</summary>
    public bool Leads(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return false;
        }

        return Find(document, Segments(reference)) is not null;
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
