using System.Globalization;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>Finds what schemas require and do not declare: it has no property that could be asked for.</summary>
internal sealed class RequiredNames(ReferenceTargets references)
{
    public const string Member = "required";

    private const string Properties = "properties";

    /// <summary>The names, with the way to each from the schema. What a part of the schema requires can be declared in another.</summary>
    public IEnumerable<(string[] Way, string Name)> FindUndeclared(JsonObject schema)
    {
        JsonArray parts = schema[AllOfChecks.Member] as JsonArray ?? [];
        if (schema[Properties] is not JsonObject && parts.Count == 0)
        {
            yield break; // Free JSON has no properties at all.
        }

        HashSet<string> declared = new(StringComparer.Ordinal);
        Gather(schema, declared, []);
        foreach ((string[] way, string name) in Find(schema, []))
        {
            if (!declared.Contains(name))
            {
                yield return (way, name);
            }
        }

        for (int i = 0; i < parts.Count; i++)
        {
            string[] place = [AllOfChecks.Member, i.ToString(CultureInfo.InvariantCulture)];
            foreach ((string[] way, string name) in Find(parts[i] as JsonObject ?? [], place))
            {
                if (!declared.Contains(name))
                {
                    yield return (way, name);
                }
            }
        }
    }

    private static IEnumerable<(string[] Way, string Name)> Find(JsonObject schema, string[] place) =>
        (schema[Member] as JsonArray ?? []).Select(
            (name, index) => ((string[])[.. place, Member, index.ToString(CultureInfo.InvariantCulture)], $"{name}")
        );

    private void Gather(JsonObject schema, HashSet<string> declared, HashSet<JsonObject> seen)
    {
        if (!seen.Add(schema))
        {
            return;
        }

        declared.UnionWith((schema[Properties] as JsonObject ?? []).Select(static member => member.Key));
        foreach (JsonObject part in (schema[AllOfChecks.Member] as JsonArray ?? []).OfType<JsonObject>())
        {
            Gather(references.Resolve(part) ?? [], declared, seen);
        }
    }
}
