using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Specs.References;

/// <summary>Where a type is declared that is no definition: at a member, at items or at values, however deep in a definition.</summary>
internal static class MemberPlace
{
    private const string Items = "items";

    /// <summary>The way to a member of what is at the end of another.</summary>
    public static string Member(string way, string name) => $"{way}/{name}";

    /// <summary>The way to the items of a list.</summary>
    public static string OfItems(string way) => $"{way}[]";

    /// <summary>The way to the values of a dictionary, or of a class's undeclared members.</summary>
    public static string OfValues(string way) => $"{way}{{}}";

    /// <summary>The way to a schema from its definition; nothing if it is another than that of a member, items or values.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="way">The way to it from the document.</param>
    /// <param name="document">The document.</param>
    /// <param name="idOf">What a definition is called by now.</param>
    public static string? Find(JsonObject schema, IReadOnlyList<string> way, JsonObject document, Func<JsonObject, string?> idOf)
    {
        if (
            way[0] != ReferenceNames.Definitions
            || ReferenceTargets.Find(document, way.Take(2)) is not JsonObject definition
            || idOf(definition) is not { } id
        )
        {
            return null;
        }

        string place = id;
        JsonObject? owner = definition;
        JsonNode? at = definition;
        Queue<string> names = new(way.Skip(2));
        while (names.Count > 0 && owner is not null)
        {
            string word = names.Dequeue();
            at = ReferenceTargets.Find(at, [word]);
            switch (word)
            {
                case Items or "additionalProperties":
                    place = word == Items ? OfItems(place) : OfValues(place);
                    owner = at as JsonObject;
                    break;
                case "properties" when names.Count > 0:
                    string member = names.Dequeue();
                    place = Member(place, member);
                    at = owner = ReferenceTargets.Find(at, [member]) as JsonObject;
                    break;
                case AllOfChecks.Member when names.Count > 0:
                    at = ReferenceTargets.Find(at, [names.Dequeue()]); // What a part declares, the whole does.
                    break;
                default:
                    return null;
            }
        }

        // A part is no type of its own, and another schema stands there where a faulty part before it was left out.
        return owner == schema && at == schema ? place : null;
    }
}
