using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs;

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
    /// <param name="parts">The document's objects, whose references all lead somewhere.</param>
    public void Check(IEnumerable<DocumentPart> parts)
    {
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
            JsonObject reference = new() { [ReferenceTargets.Member] = ReferenceTargets.Of(part.Json) };
            part.Json.Remove(ReferenceTargets.Member);
            if (part.Json.ContainsKey("x-nullable"))
            {
                part.Json["type"] = "object"; // The reader takes it for a part of the type, and forgets it where there is none.
            }

            part.Json[AllOfChecks.Member] = new JsonArray(reference);
        }
    }

    private static bool IsSchemaReference(DocumentPart part) =>
        part.Shape is { IsSchema: true } && part.Json.Count > 1 && ReferenceTargets.Of(part.Json) is not null;

    private static bool IsSame(KeyValuePair<string, JsonNode?> member, JsonObject target) =>
        JsonNode.DeepEquals(member.Value, target[member.Key])
        || (member.Key == "type" && member.Value?.ToString() == "object" && !target.ContainsKey("type"));

    private static bool IsOfMember(KeyValuePair<string, JsonNode?> member) =>
        OfMember.Contains(member.Key) || member.Key.StartsWith("x-", StringComparison.Ordinal);

    // What stands beside one of several parts is about no member.
    private static bool IsPart(Place? place) =>
        place?.Outer?.Name == AllOfChecks.Member && int.TryParse(place.Name, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
