using System.Text.Json.Nodes;

namespace PowerConnectors.Package.Tests;

/// <summary>The connector's document as a later version of the service might give it: with a host, one operation more and one property less.</summary>
internal static class FreshDocument
{
    /// <summary>The member of the overlay that names the lost property.</summary>
    public const string LostTarget = "\"target\": \"$.definitions.*.properties.installationStatus\"";

    public static string Make()
    {
        JsonNode document = JsonNode.Parse(File.ReadAllText(Repository.PathOf("spec/flowmanagement.swagger.json")))!;
        document["host"] = "europe-001.azure-apihub.example";

        JsonNode copy = document["paths"]!["/{connectionId}/environments/{environmentName}/flows/{flowName}"]!["get"]!.DeepClone();
        copy["operationId"] = "CopyFlow";
        document["paths"]!["/{connectionId}/environments/{environmentName}/flows/{flowName}/copy"] = new JsonObject { ["post"] = copy };

        foreach ((_, JsonNode? definition) in document["definitions"]!.AsObject())
        {
            (definition!["properties"] as JsonObject)?.Remove("installationStatus");
        }

        return document.ToJsonString();
    }
}
