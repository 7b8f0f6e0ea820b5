using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>Says which operations of a document the OpenAPI reader passed over: whatever its reason is, none is lost in silence.</summary>
internal static class UnreadOperations
{
    private static readonly HashSet<string> Verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    public static void Report(IEnumerable<PlacedOperation> read, SpecFile file, JsonObject document, FindingList findings)
    {
        HashSet<(string Path, string Verb)> known = [.. read.Select(static placed => (placed.Path, placed.Verb.ToLowerInvariant()))];
        foreach (KeyValuePair<string, JsonNode?> path in (JsonObject)document["paths"]!)
        {
            if (path.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (KeyValuePair<string, JsonNode?> member in path.Value as JsonObject ?? [])
            {
                if (
                    member.Value is JsonObject operation
                    && !member.Key.StartsWith("x-", StringComparison.Ordinal)
                    && !known.Contains((path.Key, member.Key))
                )
                {
                    string name = operation["operationId"]?.ToString() ?? $"{member.Key.ToUpperInvariant()} {path.Key}";
                    findings.AddAt(Descriptors.OperationSkipped, file, ["paths", path.Key, member.Key], name, Reason(path.Key, member.Key));
                }
            }
        }
    }

    private static string Reason(string path, string verb) =>
        !path.StartsWith("/", StringComparison.Ordinal) ? "its path does not begin with a slash"
        : !Verbs.Contains(verb) ? $"'{verb}' is none of the verbs {string.Join(", ", Verbs)}"
        : "it cannot be read";
}
