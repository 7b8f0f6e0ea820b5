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
    private const string Form =
        "a limit needs the whole numbers 'calls' and 'seconds', both above zero and the latter at most 366 days, and may have a list of verbs, 'exceptMethods'";

    // What the runtime takes: 366 days.
    private const int LongestWindow = 366 * 24 * 60 * 60;

    public static IReadOnlyList<LimitModel> Read(SpecFile file, SpecDocument document, FindingList findings)
    {
        List<LimitModel> limits = [];
        if (document.Json[Extension] is not { } extension)
        {
            return limits;
        }

        if (extension is not JsonArray all)
        {
            findings.AddAt(Descriptors.InvalidExtension, file, [Extension], Extension, Form);
            return limits;
        }

        for (int i = 0; i < all.Count; i++)
        {
            if (Read(all[i]) is { } read)
            {
                limits.Add(read);
            }
            else
            {
                string[] place = [Extension, i.ToString(CultureInfo.InvariantCulture)];
                findings.AddAt(Descriptors.InvalidExtension, file, place, Extension, Form);
            }
        }

        return limits;
    }

    private static LimitModel? Read(JsonNode? limit) =>
        limit is JsonObject
        && Number(limit["calls"], int.MaxValue) is { } calls
        && Number(limit["seconds"], LongestWindow) is { } seconds
        && Texts(limit["exceptMethods"]) is { } except
            ? new LimitModel(calls, seconds, except.ToEquatableArray())
            : null;

    private static int? Number(JsonNode? node, int most) =>
        node?.GetValueKind() == JsonValueKind.Number
        && int.TryParse(node.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
        && value > 0
        && value <= most
            ? value
            : null;

    private static string[]? Texts(JsonNode? node) =>
        node is null ? []
        : node is JsonArray texts && texts.All(static text => text?.GetValueKind() == JsonValueKind.String)
            ? [.. texts.Select(static text => text!.GetValue<string>())]
        : null;
}
