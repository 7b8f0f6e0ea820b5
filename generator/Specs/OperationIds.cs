using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs;

/// <summary>Of operations with the same id, the first stays: a method can have the name once.</summary>
internal sealed class OperationIds(JsonObject document, SpecFile file, FindingList findings)
{
    public void LeaveOutRepeated()
    {
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonNode?> path in document["paths"]!.AsObject())
        {
            foreach (KeyValuePair<string, JsonNode?> operation in (path.Value as JsonObject ?? []).ToArray())
            {
                if (!FaultyPart.IsVerb(operation.Key) || (operation.Value as JsonObject)?["operationId"] is not { } node)
                {
                    continue;
                }

                string id = node.ToString();
                if (owners.TryGetValue(id, out string? first))
                {
                    string[] place = ["paths", path.Key, operation.Key, "operationId"];
                    findings.AddAt(Descriptors.DuplicateOperationId, file, place, id, first);
                    ((JsonObject)path.Value!).Remove(operation.Key);
                }
                else
                {
                    owners.Add(id, $"{operation.Key.ToUpperInvariant()} {path.Key}");
                }
            }
        }
    }
}
