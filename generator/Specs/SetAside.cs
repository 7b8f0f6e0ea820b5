using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>
/// Takes out of a document what the OpenAPI reader would fail on, and what nobody asks the reader for: addresses, who to write to, and how lists are written.
/// What others ask the JSON for is put back when this is disposed.
/// </summary>
internal sealed class SetAside : IDisposable
{
    private static readonly string[] FromRoot = ["host", "basePath", "schemes", "securityDefinitions", "externalDocs"];
    private static readonly string[] FromInfo = ["contact", "license", "termsOfService"];

    private const string ListFormKey = "collectionFormat";

    private readonly List<(JsonObject Owner, string Name, JsonNode? Value)> _parts = [];

    public SetAside(JsonObject document)
    {
        TakeAll(document, FromRoot);
        TakeAll(document["info"] as JsonObject, FromInfo);
        Stack<JsonNode> open = new([document]);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case JsonObject members:
                    TakeFaulty(members);
                    foreach (KeyValuePair<string, JsonNode?> member in members)
                    {
                        Open(member.Value);
                    }

                    break;
                case JsonArray items:
                    foreach (JsonNode? item in items)
                    {
                        Open(item);
                    }

                    break;
            }
        }

        void Open(JsonNode? node)
        {
            if (node is JsonObject or JsonArray)
            {
                open.Push(node);
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

    private void TakeFaulty(JsonObject owner)
    {
        if (owner["externalDocs"] is JsonObject docs && !IsAddress(docs["url"]))
        {
            Take(owner, "externalDocs");
        }

        // It knows no tsv, which Swagger 2.0 does. A member that is called so is an object.
        if (owner[ListFormKey] is JsonValue)
        {
            Take(owner, ListFormKey);
        }
    }

    private void TakeAll(JsonObject? owner, IEnumerable<string> names)
    {
        foreach (string name in names.Where(name => owner?.ContainsKey(name) == true))
        {
            Take(owner!, name);
        }
    }

    private void Take(JsonObject owner, string name)
    {
        _parts.Add((owner, name, owner[name]));
        owner.Remove(name);
    }

    private static bool IsAddress(JsonNode? url) => url is null || Uri.TryCreate(url.ToString(), UriKind.RelativeOrAbsolute, out _);
}
