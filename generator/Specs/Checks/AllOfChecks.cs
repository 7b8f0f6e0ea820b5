using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Finds members about whose type the parts of an <c>allOf</c> disagree: a class has but one of each.</summary>
internal sealed class AllOfChecks(ReferenceTargets references)
{
    public const string Member = "allOf";

    // Each schema of a chain is looked through to its end; of larger ones nothing is told (docs/ignored.md).
    private const int MaxSteps = 200_000;

    private readonly Dictionary<JsonObject, Dictionary<string, string>> _all = [];
    private readonly Dictionary<JsonObject, KeyValuePair<string, string>[]> _own = [];
    private int _steps;

    /// <summary>Whether a schema declares no type: it is a reference, or says more about one, of a member that is of that type.</summary>
    public static bool IsReference(JsonObject schema) =>
        ReferenceTargets.Of(schema) is not null
        || (
            schema[Member] is JsonArray { Count: 1 } parts
            && parts[0] is JsonObject part
            && ReferenceTargets.Of(part) is not null
            && schema["properties"] is null or JsonObject { Count: 0 }
            && schema["required"] is null or JsonArray { Count: 0 }
            && schema["additionalProperties"] is null
        );

    /// <summary>The members, with the type that counts, which is the nearest, and another.</summary>
    public IEnumerable<(string Member, string Counts, string Other)> FindConflicts(JsonObject schema)
    {
        if (_steps > MaxSteps)
        {
            return [];
        }

        Dictionary<string, string> types = new(StringComparer.Ordinal);
        Dictionary<string, string> others = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> type in references.PartsOf(schema).SelectMany(TypesOf).Concat(OwnTypes(schema)))
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
    private Dictionary<string, string> TypesOf(JsonObject part)
    {
        if (_all.TryGetValue(part, out Dictionary<string, string>? types))
        {
            return types;
        }

        _all[part] = types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonObject schema in PartOrder.Of(part, references.PartsOf))
        {
            _steps += 1 + OwnTypes(schema).Length;
            foreach (KeyValuePair<string, string> type in OwnTypes(schema))
            {
                types[type.Key] = type.Value;
            }
        }

        return types;
    }

    private KeyValuePair<string, string>[] OwnTypes(JsonObject schema)
    {
        if (!_own.TryGetValue(schema, out KeyValuePair<string, string>[]? types))
        {
            types = [.. (schema["properties"] as JsonObject ?? []).Select(TypeOf).Where(static type => type.Value.Length > 0)];
            _own[schema] = types;
        }

        return types;
    }

    private KeyValuePair<string, string> TypeOf(KeyValuePair<string, JsonNode?> property) =>
        new(
            property.Key,
            property.Value is JsonObject member
            && references.Resolve(member)?["type"] is JsonValue type
            && type.GetValueKind() == JsonValueKind.String
                ? type.ToString()
                : ""
        );
}
