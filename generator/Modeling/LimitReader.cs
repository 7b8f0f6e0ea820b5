using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Reads the service's limits, which an overlay states.</summary>
internal static class LimitReader
{
    private const string Extension = "x-powerconnectors-limits";

    public static IReadOnlyList<LimitModel> Read(SpecFile file, SpecDocument document, FindingList findings)
    {
        List<LimitModel> limits = [];
        if (document.Json[Extension] is not { } extension)
        {
            return limits;
        }

        foreach (JsonNode? limit in extension as JsonArray ?? [null])
        {
            if (limit is JsonObject && Number(limit["calls"]) is { } calls && Number(limit["seconds"]) is { } seconds)
            {
                IEnumerable<string> except = (limit["exceptMethods"] as JsonArray ?? []).Select(static method => $"{method}");
                limits.Add(new LimitModel(calls, seconds, except.ToEquatableArray()));
            }
            else
            {
                findings.AddAt(
                    Descriptors.InvalidExtension,
                    file,
                    [Extension],
                    Extension,
                    "a limit needs the numbers 'calls' and 'seconds'"
                );
            }
        }

        return limits;
    }

    private static long? Number(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number
        && long.TryParse(node.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? value
            : null;
}
