using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Finds what schemas require and do not declare: it has no property that could be asked for.</summary>
internal sealed class RequiredNames(ReferenceTargets references)
{
    public const string Member = "required";

    private const string Properties = "properties";

    // Each schema of a chain is looked through to its end; of larger ones nothing is told (docs/ignored.md).
    private const int MaxSteps = 200_000;

    private int _steps;

    /// <summary>The names, with the way to each from the schema. What a part of the schema requires can be declared in another.</summary>
    public IReadOnlyList<(string[] Way, string Name)> FindUndeclared(JsonObject schema)
    {
        JsonArray? parts = schema[AllOfChecks.Member] as JsonArray;
        JsonObject? own = schema[Properties] as JsonObject;
        if (own is null && parts is not { Count: > 0 })
        {
            return []; // Free JSON has no properties at all.
        }

        List<(string[] Way, string Name)> required = [];
        AddRequired(schema, [], own, required);
        for (int i = 0; i < parts?.Count; i++)
        {
            AddRequired(parts[i] as JsonObject, [AllOfChecks.Member, i.ToString(CultureInfo.InvariantCulture)], own, required);
        }

        if (required.Count == 0)
        {
            return [];
        }

        HashSet<string> undeclared = new(required.Select(static found => found.Name), StringComparer.Ordinal);
        RemoveDeclared(schema, undeclared);
        return required.FindAll(found => undeclared.Contains(found.Name));
    }

    private static void AddRequired(JsonObject? schema, string[] place, JsonObject? declared, List<(string[] Way, string Name)> required)
    {
        JsonArray? names = schema?[Member] as JsonArray;
        for (int i = 0; i < names?.Count; i++)
        {
            if (names[i]?.ToString() is { } name && declared?.ContainsKey(name) != true)
            {
                required.Add(([.. place, Member, i.ToString(CultureInfo.InvariantCulture)], name));
            }
        }
    }

    // The parts can stand in a chain of any length, for each schema of which they are looked through.
    private void RemoveDeclared(JsonObject schema, HashSet<string> names)
    {
        HashSet<JsonObject> seen = [schema];
        Stack<JsonObject> open = new(seen);
        while (open.Count > 0 && names.Count > 0)
        {
            if (_steps++ > MaxSteps)
            {
                names.Clear();
                return;
            }

            JsonObject part = open.Pop();
            names.ExceptWith((part[Properties] as JsonObject ?? []).Select(static member => member.Key));
            foreach (JsonObject inner in references.PartsOf(part).Where(seen.Add))
            {
                open.Push(inner);
            }
        }
    }
}
