using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Specs.References;

/// <summary>A reference, with its place.</summary>
/// <param name="Pointer">The place of the <c>$ref</c>.</param>
/// <param name="Owner">The object that it stands in.</param>
/// <param name="Reference">What it says.</param>
internal sealed record ReferencePlace(IReadOnlyList<string> Pointer, JsonObject Owner, string Reference)
{
    /// <summary>All references of a document that are followed, in its order.</summary>
    public static IReadOnlyList<ReferencePlace> FindAll(JsonObject document) =>
        [
            .. DocumentParts
                .Of(document, ReferenceTargets.IsReference, "headers", "callbacks", "links", "not")
                .Select(static part => new ReferencePlace(
                    part.PlaceOf(ReferenceTargets.Member),
                    part.Json,
                    ReferenceTargets.Of(part.Json)!
                )),
        ];
}
