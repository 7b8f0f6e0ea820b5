using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.Json;

/// <summary>The part of JSONPath that overlays need: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>[n]</c>, <c>.*</c> and <c>..name</c>.</summary>
internal sealed class JsonPath
{
    private readonly List<Step> _steps = [];

    private JsonPath() { }

    /// <summary>Whether the path is the document itself.</summary>
    public bool IsRoot => _steps.Count == 0;

    /// <exception cref="FormatException">The path is not of the supported kind; the message says what is not.</exception>
    public static JsonPath Parse(string text)
    {
        if (text.Length == 0 || text[0] != '$')
        {
            throw new FormatException("it does not begin with $");
        }

        JsonPath path = new();
        int position = 1;
        while (position < text.Length)
        {
            path._steps.Add(text[position] == '[' ? ParseBracket(text, ref position) : ParseDot(text, ref position));
        }

        return path;
    }

    /// <summary>The nodes that the path selects, in the document's order, each once.</summary>
    public IReadOnlyList<JsonNode> Select(JsonNode root)
    {
        IEnumerable<JsonNode> nodes = [root];
        foreach (Step step in _steps)
        {
            nodes = nodes.SelectMany(node => step.IsDeep ? Descendants(node).SelectMany(step.Children) : step.Children(node)).Distinct();
        }

        return [.. nodes];
    }

    private static Step ParseDot(string text, ref int position)
    {
        if (text[position] != '.')
        {
            throw new FormatException($"'{text[position]}' at position {position}");
        }

        position++;
        bool isDeep = position < text.Length && text[position] == '.';
        if (isDeep)
        {
            position++;
        }

        int end = position;
        while (end < text.Length && text[end] is not ('.' or '['))
        {
            end++;
        }

        string name = text.Substring(position, end - position);
        if (name.Length == 0)
        {
            throw new FormatException($"a name is missing at position {position}");
        }

        position = end;
        return name == "*" ? new Step(null, null, isDeep) : new Step(name, null, isDeep);
    }

    private static Step ParseBracket(string text, ref int position)
    {
        if (position + 1 < text.Length && text[position + 1] is '\'' or '"')
        {
            char quote = text[position + 1];
            int close = text.IndexOf($"{quote}]", position + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                throw new FormatException($"the bracket at position {position} is not closed");
            }

            string name = text.Substring(position + 2, close - position - 2);
            position = close + 2;
            return new Step(name, null, IsDeep: false);
        }

        int end = text.IndexOf(']', position);
        string content = end < 0 ? "" : text.Substring(position + 1, end - position - 1);
        Step step =
            content == "*" ? new Step(null, null, IsDeep: false)
            : int.TryParse(content, out int index) && index >= 0 ? new Step(null, index, IsDeep: false)
            : throw new FormatException($"'[{content}]' is neither a name in quotes nor a position");
        position = end + 1;
        return step;
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        yield return node;
        foreach (JsonNode child in Step.All(node).SelectMany(Descendants))
        {
            yield return child;
        }
    }

    private sealed record Step(string? Name, int? Index, bool IsDeep)
    {
        public IEnumerable<JsonNode> Children(JsonNode node)
        {
            if (Name is not null)
            {
                return node is JsonObject members && members[Name] is { } member ? [member] : [];
            }

            if (Index is { } index)
            {
                return node is JsonArray items && index < items.Count && items[index] is { } item ? [item] : [];
            }

            return All(node);
        }

        public static IEnumerable<JsonNode> All(JsonNode node) =>
            node switch
            {
                JsonObject members => members.Select(static member => member.Value).OfType<JsonNode>(),
                JsonArray items => items.OfType<JsonNode>(),
                _ => [],
            };
    }
}
