using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Specs.References;

/// <summary>
/// Gives references a form in which the OpenAPI reader finds what they name: it takes what follows the last slash for a name, as it stands, and gets slow where
/// they stand in chains. So each names what it stands for in the end, names with signs that have a meaning in references get others in their place, and what is
/// named by its place deep in a definition becomes a definition itself, to which the member there refers too.
/// </summary>
internal sealed class ReferenceNames(JsonObject document, ReferenceTargets references, FindingList findings)
{
    public const string Definitions = "definitions";

    private const char Slash = '\u2215';

    // They look alike and are as little part of a C# name.
    private static readonly (char Sign, char Instead)[] Signs = [('/', Slash), ('%', '\uFE6A'), ('~', '\u223C')];

    private static readonly string[] Containers = [Definitions, "parameters", "responses"];

    private readonly Dictionary<JsonObject, (string Container, string Name)> _named = [];
    private readonly Dictionary<(string Container, string Name), string> _renamed = [];
    private readonly List<(string Name, JsonObject Target, string? Place)> _hoisted = [];
    private readonly HashSet<string> _hoistedNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _memberPlaces = new(StringComparer.Ordinal);

    /// <summary>The way to each definition that was declared at a member, items or values, by name.</summary>
    public IReadOnlyDictionary<string, string> MemberPlaces => _memberPlaces;

    /// <summary>Changes the document in place. All references have been found to lead somewhere.</summary>
    /// <param name="parts">The document's references.</param>
    public void Normalize(IReadOnlyList<DocumentPart> parts)
    {
        // Before anything has another name.
        (DocumentPart Part, JsonObject Target)[] all = [.. parts.Select(part => (part, references.Resolve(part.Json)!))];
        List<(JsonObject Part, JsonObject Target)> inline = [];
        RemoveEmptyTags();
        foreach (string container in Containers)
        {
            Rename(container);
        }

        foreach ((DocumentPart part, JsonObject target) in all)
        {
            string container =
                part.Shape == Shape.Parameter ? "parameters"
                : part.Shape == Shape.Response ? "responses"
                : Definitions;
            bool isNamed = _named.TryGetValue(target, out (string Container, string Name) named) && named.Container == container;
            // The reader keeps no fields of forms among the shared parameters, so that a reference would lead nowhere.
            if ((!isNamed && container != Definitions) || target["in"]?.ToString() == "formData")
            {
                inline.Add((part.Json, target));
                continue;
            }

            part.Json[ReferenceTargets.Member] = $"#/{container}/{(isNamed ? named.Name : Hoist(target))}";
        }

        ReferenceSiblings.Keep(parts);

        // Last, when what they refer to themselves has its name.
        foreach ((string name, JsonObject target, string? place) in _hoisted)
        {
            if (place is not null)
            {
                target.ReplaceWith(ReferenceSiblings.Split(target, $"#/{Definitions}/{name}", findings));
                _memberPlaces[name] = place;
            }

            ((JsonObject)document[Definitions]!)[name] = place is null ? target.DeepClone() : target;
        }

        foreach ((JsonObject part, JsonObject target) in inline)
        {
            part.ReplaceWith(target.DeepClone());
        }
    }

    private string Hoist(JsonObject target)
    {
        if (document[Definitions] is not JsonObject definitions)
        {
            document[Definitions] = definitions = [];
        }

        string[] way = references.PlaceOf(target);
        string name = NameOf(way);
        while (definitions.ContainsKey(name) || !_hoistedNames.Add(name))
        {
            name += Slash;
        }

        string? place = MemberPlace.Find(
            target,
            Renamed(way),
            document,
            member => _named.TryGetValue(member, out var named) ? named.Name : null
        );
        _hoisted.Add((name, target, place));
        findings.FollowMove((Definitions, name), way);
        _named[target] = (Definitions, name);
        return name;
    }

    private string[] Renamed(string[] way) =>
        way.Length > 1 && _renamed.TryGetValue((way[0], way[1]), out string? plain) ? [way[0], plain, .. way.Skip(2)] : way;

    // The way without what every way has. What looks like that but is a name of the document's own stays.
    private static string NameOf(IEnumerable<string> place)
    {
        List<string> names = [];
        bool isName = false;
        foreach (string step in place)
        {
            if (isName || step is not (Definitions or "properties"))
            {
                names.Add(step);
            }

            isName = !isName && DocumentParts.IsMap(step);
        }

        return Plain(string.Join("/", names));
    }

    private static string Plain(string name) => Signs.Aggregate(name, static (text, sign) => text.Replace(sign.Sign, sign.Instead));

    private void Rename(string container)
    {
        if (document[container] is not JsonObject members)
        {
            return;
        }

        KeyValuePair<string, JsonNode?>[] all = [.. members];
        HashSet<string> taken = [.. all.Select(static member => member.Key)];

        // Taken out and put in again, so that their order stays.
        members.Clear();
        foreach (KeyValuePair<string, JsonNode?> member in all)
        {
            string plain = Plain(member.Key);
            if (string.IsNullOrWhiteSpace(plain) || plain != member.Key)
            {
                while (string.IsNullOrWhiteSpace(plain) || !taken.Add(plain))
                {
                    plain += Slash;
                }
            }

            members[plain] = member.Value;
            if (plain != member.Key)
            {
                _renamed[(container, member.Key)] = plain;
                findings.FollowMove((container, plain), [container, member.Key]);
            }

            if (member.Value is JsonObject target)
            {
                _named[target] = (container, plain);
            }
        }
    }

    // Operations refer to tags too, by name, and the reader fails on an empty one, white space included.
    private void RemoveEmptyTags()
    {
        foreach (JsonObject path in (document["paths"] as JsonObject ?? []).Select(static path => path.Value).OfType<JsonObject>())
        {
            foreach (JsonArray tags in path.Select(static operation => (operation.Value as JsonObject)?["tags"]).OfType<JsonArray>())
            {
                foreach (JsonNode? tag in tags.Where(static tag => string.IsNullOrWhiteSpace(tag?.ToString())).ToArray())
                {
                    tags.Remove(tag);
                }
            }
        }
    }
}
