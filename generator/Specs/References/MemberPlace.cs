using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Specs.References;

/// <summary>Where a type is declared that is no definition: at a member, at items or at values, however deep in a definition.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Steps">The way from there.</param>
internal sealed record MemberPlace(string Definition, IReadOnlyList<MemberStep> Steps)
{
    public const string Items = "items";

    /// <summary>The way in one text.</summary>
    public string Way =>
        Definition
        + string.Concat(
            Steps.Select(static step =>
                step.Member is { } member ? $"/{member}"
                : step.IsItems ? "[]"
                : "{}"
            )
        );

    /// <summary>The place of a schema; nothing if it is another than that of a member, items or values.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="way">The way to it from the document.</param>
    /// <param name="document">The document.</param>
    /// <param name="idOf">What a definition is called by now.</param>
    public static MemberPlace? Find(JsonObject schema, IReadOnlyList<string> way, JsonObject document, Func<JsonObject, string?> idOf)
    {
        if (
            way[0] != ReferenceNames.Definitions
            || ReferenceTargets.Find(document, way.Take(2)) is not JsonObject definition
            || idOf(definition) is not { } id
        )
        {
            return null;
        }

        List<MemberStep> steps = [];
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
                    steps.Add(new MemberStep(owner, null, word == Items));
                    owner = at as JsonObject;
                    break;
                case "properties" when names.Count > 0:
                    string member = names.Dequeue();
                    steps.Add(new MemberStep(owner, member, IsItems: false));
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
        return owner == schema && at == schema ? new MemberPlace(id, steps) : null;
    }
}

/// <summary>A step into a type.</summary>
/// <param name="Owner">The type.</param>
/// <param name="Member">The member; nothing for what has no name.</param>
/// <param name="IsItems">Whether it leads to the items of a list; otherwise, without a member, to the values of undeclared ones.</param>
internal sealed record MemberStep(JsonObject Owner, string? Member, bool IsItems)
{
    /// <summary>Whether it leads out of a class, and not out of a list or a dictionary.</summary>
    public bool IsFromClass =>
        Member is not null || (!IsItems && (Owner["properties"] is JsonObject { Count: > 0 } || Owner[AllOfChecks.Member] is not null));
}
