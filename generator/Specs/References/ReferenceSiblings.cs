using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Specs.References;

/// <summary>
/// Reads what stands beside a reference to a schema, which the OpenAPI reader passes over: what it says of the member there is kept, by making the reference the
/// one part of an <c>allOf</c>; what says another type is told, and left out.
/// </summary>
internal sealed class ReferenceSiblings(ReferenceTargets references, SpecFile file, FindingList findings)
{
    private const string Consequence = "a $ref beside it says what the type is; put both into an allOf";

    private static readonly HashSet<string> OfType =
    [
        "type",
        "format",
        "enum",
        "properties",
        "items",
        "additionalProperties",
        "required",
        "discriminator",
        AllOfChecks.Member,
    ];

    private static readonly HashSet<string> OfMember = ["description", "readOnly", "default"];

    /// <summary>Takes out of the document what cannot be followed.</summary>
    /// <param name="parts">The document's references, which all lead somewhere.</param>
    public void Check(IReadOnlyCollection<DocumentPart> parts)
    {
        foreach (DocumentPart part in parts.Where(IsParameterReference))
        {
            foreach (
                string name in part.Json.Select(static member => member.Key).Where(static name => name != ReferenceTargets.Member).ToArray()
            )
            {
                findings.AddAt(Descriptors.NotSupported, file, part.PlaceOf(name), name, "a $ref beside it says what the parameter is");
                part.Json.Remove(name);
            }
        }

        foreach (DocumentPart part in parts.Where(IsSchemaReference))
        {
            JsonObject target = references.Resolve(part.Json)!;
            foreach (KeyValuePair<string, JsonNode?> member in part.Json.Where(static member => OfType.Contains(member.Key)).ToArray())
            {
                if (!IsSame(member, target))
                {
                    findings.AddAt(Descriptors.NotSupported, file, part.PlaceOf(member.Key), member.Key, Consequence);
                }

                part.Json.Remove(member.Key);
            }
        }
    }

    /// <summary>Keeps what is left.</summary>
    /// <param name="parts">The same.</param>
    public static void Keep(IEnumerable<DocumentPart> parts)
    {
        foreach (DocumentPart part in parts.Where(IsSchemaReference).Where(static part => part.Json.Any(IsOfMember) && !IsPart(part.Place)))
        {
            string reference = ReferenceTargets.Of(part.Json)!;
            part.Json.Remove(ReferenceTargets.Member);
            ReferTo(part.Json, reference);
        }
    }

    /// <summary>Takes out of a schema what it says of the member that it stands at.</summary>
    /// <param name="schema">The schema, which is to be a definition.</param>
    /// <param name="reference">How it is referred to then.</param>
    /// <param name="findings">What knows where things come from.</param>
    /// <returns>What stands at the member then.</returns>
    public static JsonObject Split(JsonObject schema, string reference, FindingList findings)
    {
        JsonObject member = [];
        foreach (KeyValuePair<string, JsonNode?> said in schema.Where(IsOfMember).Where(static said => !Extensions.NamesType(said.Key)))
        {
            member[said.Key] = said.Value?.DeepClone();
            findings.FollowCopy(said.Value, member[said.Key]);
        }

        findings.FollowCopy(schema, member);
        schema.Remove(Extensions.ClientName);
        ReferTo(member, reference);
        return member;
    }

    private static void ReferTo(JsonObject member, string reference)
    {
        if (member.Count == 0)
        {
            member[ReferenceTargets.Member] = reference;
            return;
        }

        if (member.ContainsKey("x-nullable"))
        {
            member["type"] = "object"; // The reader takes it for a part of the type, and forgets it where there is none.
        }

        member[AllOfChecks.Member] = new JsonArray(new JsonObject { [ReferenceTargets.Member] = reference });
    }

    private static bool IsSchemaReference(DocumentPart part) => part.Shape is { IsSchema: true } && part.Json.Count > 1;

    private static bool IsParameterReference(DocumentPart part) => part.Shape == Shape.Parameter && part.Json.Count > 1;

    private static bool IsSame(KeyValuePair<string, JsonNode?> member, JsonObject target) =>
        JsonNode.DeepEquals(member.Value, target[member.Key])
        || (member.Key == "type" && member.Value?.ToString() == "object" && !target.ContainsKey("type"));

    private static bool IsOfMember(KeyValuePair<string, JsonNode?> member) =>
        OfMember.Contains(member.Key) || member.Key.StartsWith("x-", StringComparison.Ordinal);

    // What stands beside one of several parts is about no member.
    private static bool IsPart(IReadOnlyList<string> place) =>
        place.Count > 1
        && place[place.Count - 2] == AllOfChecks.Member
        && int.TryParse(place[place.Count - 1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
