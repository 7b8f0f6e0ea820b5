using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Tests;

/// <summary>Request bodies for flows.</summary>
internal static class FlowBodies
{
    public static JsonObject New(string displayName = "New flow", JsonArray? references = null)
    {
        var properties = new JsonObject
        {
            ["displayName"] = displayName,
            ["definition"] = new JsonObject { ["triggers"] = new JsonObject(), ["actions"] = new JsonObject() },
            ["state"] = "Started",
        };
        if (references is not null)
        {
            properties["connectionReferences"] = references;
        }

        return new JsonObject { ["properties"] = properties };
    }

    /// <summary>What a client sends back of a flow that it has got: everything but what only the service writes.</summary>
    public static JsonObject SentBack(JsonObject flow)
    {
        var copy = flow.DeepClone().AsObject();
        copy.Remove("name");
        var properties = copy["properties"]!.AsObject();
        foreach (
            var name in new[]
            {
                "createdTime",
                "lastModifiedTime",
                "templateName",
                "flowTriggerUri",
                "installationStatus",
                "creator",
                "definitionSummary",
            }
        )
        {
            properties.Remove(name);
        }

        foreach (var reference in properties["connectionReferences"]?.AsArray() ?? [])
        {
            reference!.AsObject().Remove("displayName");
            reference.AsObject().Remove("apiDefinition");
        }

        return copy;
    }

    public static JsonObject Reference(string connector) =>
        new() { ["id"] = $"/providers/Microsoft.PowerApps/apis/{connector}", ["connectionName"] = $"{connector}-1" };
}
