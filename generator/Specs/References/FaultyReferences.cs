using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs.Checks;
using PowerConnectors.Generator.Specs.Json;

namespace PowerConnectors.Generator.Specs.References;

/// <summary>
/// Leaves out of a document what hangs on a reference that leads nowhere: the member, else the definition or operation that it stands in, and then what refers to that.
/// Afterwards every reference leads to an object.
/// </summary>
internal sealed class FaultyReferences
{
    private readonly JsonObject _document;
    private readonly SpecFile _file;
    private readonly FindingList _findings;
    private readonly ReferenceTargets _references;
    private readonly IReadOnlyList<ReferencePlace> _places;
    private readonly Dictionary<string, List<ReferencePlace>> _placesByTarget = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);
    private readonly List<string[]> _leftOutPlaces = [];

    public FaultyReferences(JsonObject document, SpecFile file, FindingList findings)
    {
        _document = document;
        _file = file;
        _findings = findings;
        _references = new ReferenceTargets(document);
        _places = ReferencePlace.FindAll(document);
    }

    public void LeaveOut()
    {
        // All that is wrong by itself is told before anything is gone.
        Queue<FaultyPart> open = new();
        foreach (ReferencePlace place in _places)
        {
            if (_references.Target(place.Reference) is null)
            {
                Report(place, "to nothing in this document", open);
            }
        }

        foreach (ReferencePlace place in FindCircles())
        {
            Report(place, "back to itself only", open);
        }

        if (open.Count == 0)
        {
            return;
        }

        IndexTargets();
        while (open.Count > 0)
        {
            FaultyPart part = open.Dequeue();
            if (!_placesByTarget.TryGetValue(JsonPositions.Pointer(part.Pointer), out List<ReferencePlace>? places))
            {
                continue;
            }

            foreach (ReferencePlace place in places.Where(place => !IsGone(place)))
            {
                Report(place, "to what is left out itself", open);
            }
        }

        foreach (string[] pointer in _leftOutPlaces)
        {
            Remove(pointer);
        }
    }

    private void Report(ReferencePlace place, string where, Queue<FaultyPart> open)
    {
        FaultyPart? part = FaultyPart.Around(place.Pointer, IsNeeded);
        _findings.AddAt(Descriptors.DanglingReference, _file, place.Pointer, place.Reference, where, part?.What ?? "it");
        if (part is not null && _leftOut.Add(JsonPositions.Pointer(part.Pointer)))
        {
            _leftOutPlaces.Add([.. part.Pointer]);
            open.Enqueue(part);
        }
    }

    private bool IsGone(ReferencePlace place) =>
        Enumerable.Range(1, place.Pointer.Count).Any(count => _leftOut.Contains(JsonPositions.Pointer(place.Pointer.Take(count))));

    // Of the answers that are no success, the exception has the content anyway.
    private bool IsNeeded(IReadOnlyList<string> answer)
    {
        string status = answer[4];
        return status.StartsWith("2", StringComparison.Ordinal)
            || (
                status == "default"
                && ReferenceTargets.Find(_document, answer.Take(4)) is JsonObject answers
                && !answers.Any(static other => other.Key.StartsWith("2", StringComparison.Ordinal))
            );
    }

    private void IndexTargets()
    {
        foreach (ReferencePlace place in _places)
        {
            List<string> target = [];
            foreach (string segment in ReferenceTargets.Segments(place.Reference))
            {
                target.Add(segment);
                string pointer = JsonPositions.Pointer(target);
                if (!_placesByTarget.TryGetValue(pointer, out List<ReferencePlace>? places))
                {
                    _placesByTarget[pointer] = places = [];
                }

                places.Add(place);
            }
        }
    }

    // Of each circle one place, and the same wherever one enters it.
    private IEnumerable<ReferencePlace> FindCircles()
    {
        Dictionary<JsonObject, ReferencePlace> byOwner = _places.ToDictionary(static place => place.Owner);
        HashSet<JsonObject> done = [];
        foreach (ReferencePlace start in _places)
        {
            List<JsonObject> way = [];
            HashSet<JsonObject> seen = [];
            JsonObject? at = start.Owner;
            while (at is not null && byOwner.TryGetValue(at, out ReferencePlace? place) && !done.Contains(at) && seen.Add(at))
            {
                way.Add(at);
                at = ReferenceTargets.Find(_document, ReferenceTargets.Segments(place.Reference)) as JsonObject;
            }

            if (at is not null && seen.Contains(at))
            {
                yield return way.Skip(way.IndexOf(at))
                    .Select(owner => byOwner[owner])
                    .OrderBy(static place => JsonPositions.Pointer(place.Pointer), StringComparer.Ordinal)
                    .First();
            }

            done.UnionWith(way);
        }
    }

    private void Remove(string[] pointer)
    {
        string name = pointer[pointer.Length - 1];
        string[] owner = [.. pointer.Take(pointer.Length - 1)];
        if (ReferenceTargets.Find(_document, owner) is not JsonObject members || !members.Remove(name))
        {
            return; // It stood in another that is gone.
        }

        // A member that is left out is not asked for either.
        if (
            owner[owner.Length - 1] == "properties"
            && (ReferenceTargets.Find(_document, owner.Take(owner.Length - 1)) as JsonObject)?["required"] is JsonArray required
        )
        {
            foreach (JsonNode? same in required.Where(item => item?.ToString() == name).ToArray())
            {
                required.Remove(same);
            }
        }
    }
}
