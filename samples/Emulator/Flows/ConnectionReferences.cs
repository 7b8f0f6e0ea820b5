using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Errors;

namespace PowerConnectors.Emulator.Flows;

/// <summary>Turns connection references from the array of the wire into the dictionary that the service keeps, and back.</summary>
internal static class ConnectionReferences
{
    public const string Member = "connectionReferences";

    /// <summary>The service's own rule: the alias is the last segment of the connector's id. Two references to one connector cannot both have it.</summary>
    public static JsonObject FromArray(JsonArray references)
    {
        var dictionary = new JsonObject();
        foreach (var reference in references)
        {
            var alias = reference!["id"]!.GetValue<string>().Split('/')[^1];
            if (!dictionary.TryAdd(alias, reference.DeepClone()))
            {
                throw new ServiceFailure(ServiceErrors.InvalidFlow($"The connection references hold the alias '{alias}' more than once."));
            }
        }

        return dictionary;
    }

    /// <summary>The aliases are lost, as they are on the wire.</summary>
    public static JsonNode? InShape(JsonNode? dictionary, ReferenceShape shape) =>
        dictionary is JsonObject references && shape == ReferenceShape.Array
            ? new JsonArray([.. references.Select(reference => reference.Value!.DeepClone())])
            : dictionary?.DeepClone();
}
