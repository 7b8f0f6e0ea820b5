using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PowerConnectors.Spec.Tests;

/// <summary>The part of JSONPath that overlays may use: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>[n]</c>, <c>.*</c>, <c>..name</c>.</summary>
internal static partial class JsonPath
{
    public static IReadOnlyList<JsonNode> Match(JsonNode root, string path)
    {
        if (!Whole().IsMatch(path))
        {
            throw new FormatException($"'{path}' uses more of JSONPath than overlays may.");
        }

        IEnumerable<JsonNode> nodes = [root];
        foreach (Match step in Step().Matches(path))
        {
            nodes = nodes.SelectMany(node => Follow(node, step)).ToList();
        }

        return [.. nodes];
    }

    private static IEnumerable<JsonNode> Follow(JsonNode node, Match step)
    {
        IEnumerable<JsonNode?> found = step switch
        {
            _ when step.Groups["any"].Success => Children(node),
            _ when step.Groups["deep"].Success => node.Tree().Select(below => Member(below.Node, step.Groups["deep"].Value)),
            _ when step.Groups["index"].Success => [Item(node, int.Parse(step.Groups["index"].Value, CultureInfo.InvariantCulture))],
            _ => [Member(node, step.Groups["quoted"].Success ? step.Groups["quoted"].Value : step.Groups["name"].Value)],
        };
        return found.OfType<JsonNode>();
    }

    private static IEnumerable<JsonNode?> Children(JsonNode node) =>
        node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };

    private static JsonNode? Member(JsonNode node, string name) => (node as JsonObject)?[name];

    private static JsonNode? Item(JsonNode node, int index) => node is JsonArray items && index < items.Count ? items[index] : null;

    private const string AnyStep = @"\.\.(?<deep>\w+)|\.(?<any>\*)|\.(?<name>\w+)|\['(?<quoted>[^']+)'\]|\[(?<index>\d+)\]";

    [GeneratedRegex($@"^\$({AnyStep})*$")]
    private static partial Regex Whole();

    [GeneratedRegex(AnyStep)]
    private static partial Regex Step();
}
