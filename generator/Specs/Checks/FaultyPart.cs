namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>A part of a document that can be left out of it, so that the rest stays usable.</summary>
/// <param name="Pointer">Where it stands.</param>
/// <param name="What">What it is, as it stands in a sentence.</param>
internal sealed record FaultyPart(IReadOnlyList<string> Pointer, string What)
{
    private static readonly HashSet<string> Verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    public static bool IsVerb(string name) => Verbs.Contains(name);

    /// <summary>The smallest part around a place; nothing if that is the document itself.</summary>
    /// <param name="pointer">The place.</param>
    /// <param name="isNeeded">Whether an operation is nothing without one of its answers, by its place.</param>
    public static FaultyPart? Around(IReadOnlyList<string> pointer, Func<IReadOnlyList<string>, bool> isNeeded)
    {
        FaultyPart? part = null;
        string? map = null;
        for (int i = 0; i < pointer.Count; i++)
        {
            string name = pointer[i];
            if (map is null)
            {
                map = DocumentParts.IsMap(name) ? name : null;
                part = i == 2 && pointer[0] == "paths" ? OfPath(pointer, name) ?? part : part;
                continue;
            }

            string[] place = [.. pointer.Take(i + 1)];
            part = (map, i) switch
            {
                ("properties", _) => new FaultyPart(place, $"the member '{name}'"),
                ("paths", 1) => new FaultyPart(place, $"the path '{name}' with its operations"),
                ("definitions", 1) or ("schemas", 2) => new FaultyPart(place, $"the definition '{name}'"),
                ("parameters", 1) => new FaultyPart(place, $"the parameter '{name}'"),
                ("parameters", 2) when pointer[0] == "components" => new FaultyPart(place, $"the parameter '{name}'"),
                ("securitySchemes", 2) => new FaultyPart(place, $"the security scheme '{name}'"),
                ("requestBodies", 2) => new FaultyPart(place, $"the body '{name}'"),
                ("responses", 1 or 2) when pointer[0] != "paths" => new FaultyPart(place, $"the answer '{name}'"),
                ("responses", 4) when pointer[0] == "paths" && !isNeeded(place) => new FaultyPart(place, $"the answer '{name}'"),
                _ => part,
            };
            map = null;
        }

        return part;
    }

    private static FaultyPart? OfPath(IReadOnlyList<string> pointer, string name)
    {
        string[] place = [.. pointer.Take(3)];
        return Verbs.Contains(name) ? new FaultyPart(place, $"the operation {name.ToUpperInvariant()} {pointer[1]}")
            : name == Shape.NotificationKey ? new FaultyPart(place, $"what the service sends to webhooks of '{pointer[1]}'")
            : null;
    }
}
