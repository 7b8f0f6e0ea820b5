using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>Finds members about whose type the parts of an <c>allOf</c> disagree: a class has but one of each.</summary>
internal sealed class AllOfChecks(JsonObject document)
{
    public const string Member = "allOf";

    private readonly Dictionary<JsonObject, Dictionary<string, string>> _known = [];

    /// <summary>The members, with the type that counts, which is the nearest, and another.</summary>
    public IEnumerable<(string Member, string Counts, string Other)> FindConflicts(JsonObject schema)
    {
        Dictionary<string, string> types = new(StringComparer.Ordinal);
        Dictionary<string, string> others = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> type in Parts(schema).SelectMany(TypesOf).Concat(OwnTypes(schema)))
        {
            if (types.TryGetValue(type.Key, out string? before) && before != type.Value)
            {
                others[type.Key] = before;
            }

            types[type.Key] = type.Value;
        }

        return others.Where(other => types[other.Key] != other.Value).Select(other => (other.Key, types[other.Key], other.Value));
    }

    // What parts of a part disagree about is told where they stand.
    private Dictionary<string, string> TypesOf(JsonObject schema)
    {
        if (_known.TryGetValue(schema, out Dictionary<string, string>? types))
        {
            return types;
        }

        // Noted first: a part can lead back.
        types = new Dictionary<string, string>(StringComparer.Ordinal);
        _known[schema] = types;
        foreach (KeyValuePair<string, string> type in Parts(schema).SelectMany(TypesOf).ToArray().Concat(OwnTypes(schema)))
        {
            types[type.Key] = type.Value;
        }

        return types;
    }

    private IEnumerable<JsonObject> Parts(JsonObject schema) =>
        (schema[Member] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(part => ReferenceChecks.Resolve(document, part))
            .OfType<JsonObject>();

    private IEnumerable<KeyValuePair<string, string>> OwnTypes(JsonObject schema)
    {
        foreach (KeyValuePair<string, JsonNode?> property in schema["properties"] as JsonObject ?? [])
        {
            if (
                property.Value is JsonObject member
                && ReferenceChecks.Resolve(document, member)?["type"] is JsonValue type
                && type.GetValueKind() == JsonValueKind.String
            )
            {
                yield return new KeyValuePair<string, string>(property.Key, type.ToString());
            }
        }
    }
}
