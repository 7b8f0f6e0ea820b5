using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>An object of a document, with its place.</summary>
/// <param name="Json">The object.</param>
/// <param name="Pointer">The names on the way to it, decoded.</param>
internal sealed record Part(JsonObject Json, IReadOnlyList<string> Pointer)
{
    /// <summary>The objects that this one holds, by name.</summary>
    public IEnumerable<KeyValuePair<string, Part>> Objects =>
        Json.Where(static member => member.Value is JsonObject)
            .Select(member => new KeyValuePair<string, Part>(member.Key, new Part((JsonObject)member.Value!, Place(member.Key))));

    public string[] Place(params string[] names) => [.. Pointer, .. names];

    public Part? Object(string name) => Json[name] is JsonObject inner ? new Part(inner, Place(name)) : null;

    public IEnumerable<KeyValuePair<string, Part>> ObjectsOf(string name) => Object(name)?.Objects ?? [];

    public IEnumerable<Part> Items(string name) =>
        (Json[name] as JsonArray ?? [])
            .Select((item, index) => (Item: item as JsonObject, Index: index))
            .Where(static item => item.Item is not null)
            .Select(item => new Part(item.Item!, Place(name, item.Index.ToString(CultureInfo.InvariantCulture))));

    public string? Text(string name) => Json[name]?.GetValueKind() == JsonValueKind.String ? Json[name]!.GetValue<string>() : null;

    public bool? Flag(string name) => bool.TryParse(Json[name]?.ToString(), out bool value) ? value : null;

    /// <summary>A copy of the members that stay what they are.</summary>
    public JsonObject CopyWithout(HashSet<string> names)
    {
        JsonObject copy = [];
        foreach (KeyValuePair<string, JsonNode?> member in Json.Where(member => !names.Contains(member.Key)))
        {
            copy[member.Key] = member.Value?.DeepClone();
        }

        return copy;
    }
}
