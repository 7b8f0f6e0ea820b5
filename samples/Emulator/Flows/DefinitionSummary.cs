using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Flows;

/// <summary>The kinds of triggers and actions of a definition, which the service adds to its answers.</summary>
internal static class DefinitionSummary
{
    public static JsonObject Of(JsonObject definition) =>
        new()
        {
            ["triggers"] = Summarize(definition["triggers"], Trigger),
            ["actions"] = Summarize(definition["actions"], Action),
            ["description"] = "",
        };

    private static JsonArray Summarize(JsonNode? steps, Func<JsonObject, JsonNode> summarize) =>
        new([.. (steps as JsonObject ?? []).Select(step => step.Value).OfType<JsonObject>().Select(summarize)]);

    private static JsonObject Trigger(JsonObject trigger)
    {
        var summary = new JsonObject { ["type"] = trigger["type"]?.DeepClone() };
        if (trigger["kind"] is { } kind)
        {
            summary["kind"] = kind.DeepClone();
        }

        return summary;
    }

    private static JsonObject Action(JsonObject action)
    {
        var summary = new JsonObject { ["type"] = action["type"]?.DeepClone() };
        if ((action["inputs"] as JsonObject)?["host"] is JsonObject host && host["apiId"] is { } apiId)
        {
            summary["swaggerOperationId"] = host["operationId"]?.DeepClone();
            summary["api"] = new JsonObject
            {
                ["name"] = apiId.GetValue<string>().Split('/')[^1],
                ["id"] = apiId.DeepClone(),
                ["type"] = "/providers/Microsoft.PowerApps/apis",
            };
        }

        return summary;
    }
}
