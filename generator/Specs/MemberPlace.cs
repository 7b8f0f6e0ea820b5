using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>Where a type is declared: at a member, or at the items of one, however deep in a definition.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Steps">The way from there.</param>
internal sealed record MemberPlace(string Definition, IReadOnlyList<MemberStep> Steps)
{
    /// <summary>The place that a way leads to, unless it is another than a member's.</summary>
    /// <param name="way">The way from the document.</param>
    /// <param name="document">The document.</param>
    /// <param name="idOf">What a definition is called by now.</param>
    public static MemberPlace? Find(IReadOnlyList<string> way, JsonObject document, Func<JsonObject, string?> idOf)
    {
        if (way.Count < 3 || way[0] != ReferenceNames.Definitions)
        {
            return null;
        }

        JsonNode? at = ReferenceTargets.Find(document, way.Take(2));
        string? definition = at is JsonObject first ? idOf(first) : null;
        List<MemberStep> steps = [];
        for (int i = 2; i < way.Count && definition is not null; i++)
        {
            int length = way[i] is "properties" or AllOfChecks.Member ? 2 : 1;
            if (i + length > way.Count || way[i] is not ("properties" or AllOfChecks.Member or "items"))
            {
                return null;
            }

            at = ReferenceTargets.Find(at, way.Skip(i).Take(length));
            if (way[i] != AllOfChecks.Member)
            {
                steps.Add(new MemberStep(length == 2 ? way[i + 1] : null, at as JsonObject));
            }
            else if (i + length == way.Count)
            {
                return null; // A part of something is no type of its own.
            }

            i += length - 1;
        }

        return definition is null ? null : new MemberPlace(definition, steps);
    }
}

/// <summary>A step into a type.</summary>
/// <param name="Member">The member; nothing for the items of a list.</param>
/// <param name="Schema">What stands there.</param>
internal sealed record MemberStep(string? Member, JsonObject? Schema);
