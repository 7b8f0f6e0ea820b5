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
        Inline();
        RemoveEmptyTags();
        foreach (string container in Containers)
        {
            if (document[container] is JsonObject members)
            {
                Rename(container, members);
            }
        }

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

    // Parameters and answers that are not referred to by their name in the document's own list of them are put where the reference stands.
    private void Inline()
    {
        foreach (JsonObject path in (document["paths"] as JsonObject ?? []).Select(static path => path.Value).OfType<JsonObject>())
        {
            foreach (JsonObject owner in path.Select(static operation => operation.Value).OfType<JsonObject>().Append(path).ToArray())
            {
                foreach (JsonObject parameter in (owner["parameters"] as JsonArray ?? []).OfType<JsonObject>().ToArray())
                {
                    Inline(parameter, "parameters");
                }

                foreach (
                    JsonObject answer in (owner["responses"] as JsonObject ?? [])
                        .Select(static answer => answer.Value)
                        .OfType<JsonObject>()
                        .ToArray()
                )
                {
                    Inline(answer, "responses");
                }
            }
        }
    }

    private void Inline(JsonObject part, string container)
    {
        if (
            part[ReferenceChecks.Member] is JsonValue reference
            && ReferenceChecks.Resolve(document, part) is { } target
            && !(
                ReferenceChecks.Segments(reference.ToString()).ToArray() is { Length: 2 } segments
                && segments[0] == container
                && ReferenceChecks.Find(document, segments) == target
            )
        )
        {
            part.ReplaceWith(target.DeepClone());
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
        if (segments.Length == 0)
        {
            return reference;
        }

        if (segments.Length > 1 && Containers.Contains(segments[0]))
        {
            segments[1] = Plain(segments[0], segments[1]);
        }

        if (segments.Length == 2 && Containers.Contains(segments[0]))
        {
            return $"#/{segments[0]}/{segments[1]}";
        }

        return ReferenceChecks.Find(document, segments) is JsonObject target ? $"#/definitions/{Hoist(segments, target, open)}" : reference;
    }

    private string Hoist(string[] segments, JsonObject target, Queue<JsonNode> open)
    {
        // The way without what every way has.
        string name = string.Join("/", segments.Where(static segment => segment is not ("definitions" or "properties")))
            .Replace('/', Slash);
        if (document["definitions"] is not JsonObject definitions)
        {
            document["definitions"] = definitions = [];
        }

        if (!definitions.ContainsKey(name))
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
