using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>
/// Takes out of a document what the OpenAPI reader would fail on, and what nobody asks the reader for: addresses, who to write to, and how lists are written.
/// What others ask the JSON for is put back when this is disposed.
/// </summary>
internal sealed class SetAside : IDisposable
{
    private static readonly HashSet<string> FromRoot = ["host", "basePath", "schemes", "securityDefinitions", "externalDocs"];
    private static readonly HashSet<string> FromInfo = ["contact", "license", "termsOfService"];

    private const string ListFormKey = "collectionFormat";

    private readonly List<(JsonObject Owner, string Name, JsonNode? Value)> _parts = [];

    public SetAside(JsonObject document)
    {
        Take(document, FromRoot.Contains);
        Take(document["info"] as JsonObject, FromInfo.Contains);
        Stack<JsonNode> open = new([document]);
        while (open.Count > 0)
        {
            JsonNode node = open.Pop();
            if (node is JsonObject members && members["externalDocs"] is JsonObject docs && !IsAddress(docs["url"]))
            {
                Take(members, static name => name == "externalDocs");
            }

            // It knows no tsv, which Swagger 2.0 does. A member that is called so is an object.
            Take(node as JsonObject, name => name == ListFormKey && node[name] is JsonValue);
            foreach (JsonNode? child in node is JsonArray items ? items : (node as JsonObject ?? []).Select(static member => member.Value))
            {
                if (child is JsonObject or JsonArray)
                {
                    open.Push(child);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach ((JsonObject owner, string name, JsonNode? value) in _parts)
        {
            owner[name] = value;
        }
    }

    private void Take(JsonObject? owner, Func<string, bool> isTaken)
    {
        foreach (KeyValuePair<string, JsonNode?> member in (owner ?? []).Where(member => isTaken(member.Key)).ToArray())
        {
            owner!.Remove(member.Key);
            _parts.Add((owner, member.Key, member.Value));
        }
    }

    private static bool IsAddress(JsonNode? url) => url is null || Uri.TryCreate(url.ToString(), UriKind.RelativeOrAbsolute, out _);
}
