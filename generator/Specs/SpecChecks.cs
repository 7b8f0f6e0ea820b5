using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs;

/// <summary>Checks of the JSON that need the place of what is wrong: references that lead nowhere, operation ids that are not unique.</summary>
internal static class SpecChecks
{
    private static readonly HashSet<string> Verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    // What stands below these is data, in which "$ref" is a name like any other.
    private static readonly HashSet<string> DataMembers = ["example", "examples", "default", "enum"];

    public static void Check(JsonNode document, SpecFile file, FindingList findings)
    {
        CheckReferences(document, document, [], file, findings);
        CheckOperationIds(document, file, findings);
    }

    private static void CheckReferences(JsonNode root, JsonNode? node, List<string> pointer, SpecFile file, FindingList findings)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (KeyValuePair<string, JsonNode?> member in members)
                {
                    pointer.Add(member.Key);
                    if (member.Key == "$ref" && member.Value?.GetValueKind() == JsonValueKind.String)
                    {
                        string reference = member.Value.GetValue<string>();
                        if (!Leads(root, reference))
                        {
                            findings.AddAt(Descriptors.DanglingReference, file.Path, file.Text!, pointer, reference);
                        }
                    }
                    else if (!DataMembers.Contains(member.Key) && !member.Key.StartsWith("x-", StringComparison.Ordinal))
                    {
                        CheckReferences(root, member.Value, pointer, file, findings);
                    }

                    pointer.RemoveAt(pointer.Count - 1);
                }

                break;
            case JsonArray items:
                for (int i = 0; i < items.Count; i++)
                {
                    pointer.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    CheckReferences(root, items[i], pointer, file, findings);
                    pointer.RemoveAt(pointer.Count - 1);
                }

                break;
        }
    }

    private static bool Leads(JsonNode root, string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return false;
        }

        JsonNode? node = root;
        foreach (string segment in reference.Substring(2).Split('/'))
        {
            string name = Uri.UnescapeDataString(segment).Replace("~1", "/").Replace("~0", "~");
            node = (node as JsonObject)?[name];
        }

        return node is not null;
    }

    private static void CheckOperationIds(JsonNode document, SpecFile file, FindingList findings)
    {
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonNode?> path in document["paths"]!.AsObject())
        {
            foreach (KeyValuePair<string, JsonNode?> operation in path.Value as JsonObject ?? [])
            {
                if (!Verbs.Contains(operation.Key) || (operation.Value as JsonObject)?["operationId"] is not { } node)
                {
                    continue;
                }

                string id = node.ToString();
                string owner = $"{operation.Key.ToUpperInvariant()} {path.Key}";
                if (owners.TryGetValue(id, out string? first))
                {
                    findings.AddAt(
                        Descriptors.DuplicateOperationId,
                        file.Path,
                        file.Text!,
                        ["paths", path.Key, operation.Key, "operationId"],
                        id,
                        first
                    );
                }
                else
                {
                    owners.Add(id, owner);
                }
            }
        }
    }
}
