using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs;

/// <summary>Finds references that lead nowhere, and those that lead to one another in a circle.</summary>
internal sealed class ReferenceChecks(ReferenceTargets references, SpecFile file, FindingList findings)
{
    public void Check(IReadOnlyList<DocumentPart> parts)
    {
        DocumentPart[] lost = [.. parts.Where(part => ReferenceTargets.Of(part.Json) is not null && references.Resolve(part.Json) is null)];
        foreach (DocumentPart part in lost.Where(part => Next(part.Json) is null))
        {
            Report(part);
        }

        Dictionary<JsonObject, DocumentPart> byJson = lost.ToDictionary(static part => part.Json);
        HashSet<JsonObject> done = [];
        foreach (DocumentPart start in lost)
        {
            HashSet<JsonObject> way = [];
            JsonObject? at = start.Json;
            while (at is not null && !done.Contains(at) && way.Add(at))
            {
                at = Next(at);
            }

            done.UnionWith(way);
            if (at is not null && way.Contains(at))
            {
                Report(byJson.TryGetValue(at, out DocumentPart? circle) ? circle : start);
            }
        }
    }

    private JsonObject? Next(JsonObject part) => ReferenceTargets.Of(part) is { } reference ? references.Target(reference) : null;

    private void Report(DocumentPart part) =>
        findings.AddAt(Descriptors.DanglingReference, file, part.PlaceOf(ReferenceTargets.Member), ReferenceTargets.Of(part.Json)!);
}
