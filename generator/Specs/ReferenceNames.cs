using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>
/// Gives references a form in which the OpenAPI reader finds what they name: it takes what follows the last slash for a name, as it stands. So escapes are decoded,
/// names with a slash get another sign in its place, and what is named by its place deep in a definition becomes a definition itself.
/// </summary>
internal sealed class ReferenceNames(JsonObject document)
{
    // Looks like a slash and is as little part of a C# name.
    private const char Slash = '\u2215';

    private static readonly string[] Containers = ["definitions", "parameters", "responses"];

    private readonly Dictionary<(string Container, string Name), string> _plain = [];

    /// <summary>Changes the document in place. All references have been found to lead somewhere.</summary>
    public void Normalize()
    {
        foreach (string container in Containers)
        {
            if (document[container] is JsonObject members)
            {
                Rename(container, members);
            }
        }

        RemoveEmptyTags();
        Queue<JsonNode> open = new([document]);
        while (open.Count > 0)
        {
            switch (open.Dequeue())
            {
                case JsonObject members:
                    if (members[ReferenceChecks.Member] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
                    {
                        members[ReferenceChecks.Member] = Normalize(value.GetValue<string>(), open);
                    }

                    Enqueue(open, members.Select(static member => member.Value));
                    break;
                case JsonArray items:
                    Enqueue(open, items);
                    break;
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

    private string Normalize(string reference, Queue<JsonNode> open)
    {
        string[] segments = [.. ReferenceChecks.Segments(reference)];
        if (segments.Length < 2 || !Containers.Contains(segments[0]))
        {
            return reference;
        }

        segments[1] = Plain(segments[0], segments[1]);
        if (segments.Length > 2 && segments[0] == "definitions")
        {
            segments = [segments[0], Hoist(segments, open)];
        }

        return $"#/{string.Join("/", segments)}";
    }

    private string Hoist(string[] segments, Queue<JsonNode> open)
    {
        // The way without what every way has.
        string name = string.Join($"{Slash}", segments.Skip(1).Where(static segment => segment != "properties"));
        JsonObject definitions = document["definitions"]!.AsObject();
        if (!definitions.ContainsKey(name) && ReferenceChecks.Find(document, segments) is { } target)
        {
            JsonNode hoisted = target.DeepClone();
            definitions[name] = hoisted;
            open.Enqueue(hoisted);
        }

        return name;
    }

    private void Rename(string container, JsonObject members)
    {
        KeyValuePair<string, JsonNode?>[] all = [.. members];
        foreach (
            string name in all.Select(static member => member.Key)
                .Where(static name => string.IsNullOrWhiteSpace(name) || name.IndexOf('/') >= 0)
        )
        {
            string plain = name.Replace('/', Slash);
            if (string.IsNullOrWhiteSpace(plain))
            {
                plain += Slash;
            }

            while (members.ContainsKey(plain) || _plain.ContainsValue(plain))
            {
                plain += Slash;
            }

            _plain[(container, name)] = plain;
        }

        // Taken out and put in again, so that their order stays.
        members.Clear();
        foreach (KeyValuePair<string, JsonNode?> member in all)
        {
            members[Plain(container, member.Key)] = member.Value;
        }
    }

    private string Plain(string container, string name) => _plain.TryGetValue((container, name), out string? plain) ? plain : name;

    private static void Enqueue(Queue<JsonNode> open, IEnumerable<JsonNode?> nodes)
    {
        foreach (JsonNode? node in nodes)
        {
            if (node is not null)
            {
                open.Enqueue(node);
            }
        }
    }
}
