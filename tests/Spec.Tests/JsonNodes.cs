using System.Text.Json.Nodes;

namespace PowerConnectors.Spec.Tests;

/// <summary>Short ways to ask a node for what a document says.</summary>
internal static class JsonNodes
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    extension(JsonNode? node)
    {
        /// <summary>The string at this member, or a dash.</summary>
        public string StringOrDash(string member) => (string?)node?[member] ?? "-";

        public bool IsTrue(string member) => node?[member] is JsonValue value && value.TryGetValue(out bool flag) && flag;

        public JsonObject Members => node as JsonObject ?? [];

        public IEnumerable<string> Strings => (node as JsonArray ?? []).Select(item => (string)item!);

        /// <summary>The node itself and everything below it, with its path.</summary>
        public IEnumerable<(string Path, JsonNode Node)> Tree(string path = "$")
        {
            if (node is null)
            {
                return [];
            }

            var below = node switch
            {
                JsonObject members => members.SelectMany(member => member.Value.Tree($"{path}['{member.Key}']")),
                JsonArray items => items.SelectMany((item, index) => item.Tree($"{path}[{index}]")),
                _ => [],
            };
            return below.Prepend((path, node));
        }
    }

    extension(JsonObject document)
    {
        /// <summary>Every operation with its path and verb.</summary>
        public IEnumerable<(string Path, string Verb, JsonNode Operation)> Operations =>
            from path in document["paths"].Members
            from member in path.Value.Members
            where Verbs.Contains(member.Key)
            select (path.Key, member.Key, member.Value);

        /// <summary>The node itself, or the one that it refers to.</summary>
        public JsonNode Resolve(JsonNode node) =>
            (string?)node["$ref"] is not { } reference
                ? node
                : document.Find(reference) ?? throw new InvalidOperationException($"'{reference}' leads nowhere.");

        /// <summary>What a reference such as <c>#/definitions/Flow</c> leads to.</summary>
        public JsonNode? Find(string reference) =>
            reference.StartsWith("#/", StringComparison.Ordinal)
                ? reference[2..].Split('/').Aggregate((JsonNode?)document, (found, name) => (found as JsonObject)?[name])
                : null;
    }
}
