using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs.Checks;
using PowerConnectors.Generator.Specs.Json;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs;

/// <summary>The operations that an item asks for, by name or tag: all that either names, or simply all; and the parts of the document that they need.</summary>
internal sealed class ChosenOperations
{
    private const string Paths = "paths";

    private readonly HashSet<(string Path, string Verb)> _chosen = [];
    private readonly HashSet<string> _needed = new(StringComparer.Ordinal);
    private readonly bool _isSelection;

    private ChosenOperations(bool isSelection) => _isSelection = isSelection;

    /// <summary>Whether the document has no operations at all.</summary>
    public bool IsEmpty { get; private init; }

    /// <param name="document">The document as it was written, before anything is left out of it.</param>
    /// <param name="file">The item.</param>
    /// <param name="findings">What there is to tell.</param>
    public static ChosenOperations Choose(JsonObject document, SpecFile file, FindingList findings)
    {
        List<Candidate> all = [.. FindAll((JsonObject)document[Paths]!)];
        ChosenOperations result = new(file.Options.IsSelection) { IsEmpty = all.Count == 0 };
        if (!file.Options.IsSelection)
        {
            return result;
        }

        foreach (string pattern in file.Options.Operations)
        {
            Add(
                SpecOptions.OperationsKey,
                "operation",
                pattern,
                operation => NamePattern.Fits($"{operation.Json["operationId"]}", pattern)
            );
        }

        foreach (string pattern in file.Options.Tags)
        {
            Add(
                SpecOptions.TagsKey,
                "tag of an operation",
                pattern,
                operation => (operation.Json["tags"] as JsonArray)?.Any(tag => NamePattern.Fits($"{tag}", pattern)) == true
            );
        }

        result.FollowReferences(document, all);
        return result;

        void Add(string option, string what, string pattern, Predicate<Candidate> isMeant)
        {
            List<Candidate> matching = all.FindAll(isMeant);
            if (matching.Count == 0)
            {
                findings.Add(Descriptors.PatternNotFound, file.Path, option, pattern, what);
            }

            result._chosen.UnionWith(matching.Select(static operation => (operation.Path, operation.Verb)));
        }
    }

    public bool Contains(string path, string verb) => !_isSelection || _chosen.Contains((path, verb));

    /// <summary>Whether what stands at a place of the document as it was written has a say in what is generated.</summary>
    public bool Need(IReadOnlyList<string> pointer) =>
        !_isSelection
        || pointer.Count < 2
        || (
            pointer[0] == Paths
                ? _chosen.Any(operation =>
                    operation.Path == pointer[1] && (pointer.Count == 2 || !FaultyPart.IsVerb(pointer[2]) || operation.Verb == pointer[2])
                )
                : Shared(pointer) is not { } part || _needed.Contains(part)
        );

    private static IEnumerable<Candidate> FindAll(JsonObject paths) =>
        from path in paths
        where !path.Key.StartsWith("x-", StringComparison.Ordinal)
        from operation in path.Value as JsonObject ?? []
        where operation.Value is JsonObject && FaultyPart.IsVerb(operation.Key)
        select new Candidate(path.Key, operation.Key, (JsonObject)operation.Value!);

    // What several operations can share has a name and is referred to by it.
    private static string? Shared(IReadOnlyList<string> pointer) =>
        (pointer[0], pointer.Count) switch
        {
            ("definitions" or "parameters" or "responses", _) => JsonPositions.Pointer(pointer.Take(2)),
            ("components", >= 3) when pointer[1] != "securitySchemes" => JsonPositions.Pointer(pointer.Take(3)),
            _ => null,
        };

    private void FollowReferences(JsonObject document, List<Candidate> all)
    {
        Queue<JsonNode> open = new();
        foreach (Candidate operation in all.Where(operation => _chosen.Contains((operation.Path, operation.Verb))))
        {
            open.Enqueue(operation.Json);
            JsonNode path = document[Paths]![operation.Path]!;
            Enqueue(path["parameters"]);
            Enqueue(path[Shape.NotificationKey]);
        }

        while (open.Count > 0)
        {
            JsonNode node = open.Dequeue();
            if (node is JsonObject members && members[ReferenceTargets.Member] is JsonValue reference)
            {
                string[] pointer = [.. ReferenceTargets.Segments(reference.ToString())];
                if (pointer.Length >= 2 && Shared(pointer) is { } part && _needed.Add(part))
                {
                    Enqueue(ReferenceTargets.Find(document, pointer.Take(pointer[0] == "components" ? 3 : 2)));
                }
            }

            foreach (JsonNode? child in node is JsonArray items ? items : (node as JsonObject ?? []).Select(static member => member.Value))
            {
                Enqueue(child);
            }
        }

        void Enqueue(JsonNode? node)
        {
            if (node is JsonObject or JsonArray)
            {
                open.Enqueue(node);
            }
        }
    }

    private sealed record Candidate(string Path, string Verb, JsonObject Json);
}
