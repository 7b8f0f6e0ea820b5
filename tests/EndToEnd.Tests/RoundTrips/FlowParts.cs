using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.EndToEnd.Tests.RoundTrips;

/// <summary>What the document says of a flow's members, written down by hand: it must not follow from generated code.</summary>
internal static class FlowParts
{
    private static readonly string[] s_readOnly =
    [
        "createdTime",
        "lastModifiedTime",
        "templateName",
        "flowTriggerUri",
        "installationStatus",
        "creator",
        "definitionSummary",
    ];

    private static readonly string[] s_declared = ["displayName", "definition", "state", "connectionReferences"];

    private static readonly string[] s_declaredOfReference = ["connectionName", "id", "source", "connectionReferenceLogicalName"];

    /// <summary>A flow without what only the service sets, connection references as an array: what UpdateFlow has to receive if nothing is lost.</summary>
    public static JsonElement WithoutReadOnly(JsonElement flow)
    {
        JsonObject copy = Copy(flow);
        copy.Remove("name");
        JsonObject properties = copy["properties"]!.AsObject();
        foreach (string name in s_readOnly)
        {
            properties.Remove(name);
        }

        foreach (JsonObject reference in References(properties))
        {
            reference.Remove("displayName");
            reference.Remove("apiDefinition");
        }

        return Element(copy);
    }

    /// <summary>Of a body to send only what the document declares.</summary>
    public static JsonElement DeclaredOnly(JsonElement body)
    {
        JsonObject copy = Copy(body);
        JsonObject properties = copy["properties"]!.AsObject();
        Keep(copy, ["properties"]);
        Keep(properties, s_declared);
        foreach (JsonObject reference in References(properties))
        {
            Keep(reference, s_declaredOfReference);
        }

        return Element(copy);
    }

    /// <summary>A flow without the members that the service changes with every update.</summary>
    public static JsonElement WithoutTraces(JsonElement flow)
    {
        JsonObject copy = Copy(flow);
        JsonObject properties = copy["properties"]!.AsObject();
        properties.Remove("lastModifiedTime");
        properties.Remove("definitionSummary");
        foreach (JsonObject reference in References(properties))
        {
            // Read-only, so that no client sends it, and the service keeps of a reference what it is sent.
            reference.Remove("displayName");
            reference.Remove("apiDefinition");
        }

        return Element(copy);
    }

    private static IEnumerable<JsonObject> References(JsonObject properties)
    {
        if (properties["connectionReferences"] is JsonObject byAlias)
        {
            JsonNode[] references = [.. byAlias.Select(pair => pair.Value!.DeepClone())];
            properties["connectionReferences"] = new JsonArray(references);
        }

        return (properties["connectionReferences"] as JsonArray ?? []).Select(reference => reference!.AsObject());
    }

    private static void Keep(JsonObject members, string[] names)
    {
        foreach (string name in members.Select(member => member.Key).Except(names, StringComparer.Ordinal).ToList())
        {
            members.Remove(name);
        }
    }

    private static JsonObject Copy(JsonElement element) => JsonNode.Parse(element.GetRawText())!.AsObject();

    private static JsonElement Element(JsonObject node) => JsonElement.Parse(node.ToJsonString());
}
