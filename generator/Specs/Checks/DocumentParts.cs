using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Json;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>An object of a document that is no data.</summary>
/// <param name="Json">The object.</param>
/// <param name="Shape">What Swagger 2.0 says of its members, where it says something.</param>
/// <param name="Place">Where it stands; nothing for the document itself.</param>
internal sealed record DocumentPart(JsonObject Json, Shape? Shape, Place? Place)
{
    public string[] PlaceOf(string member) => new Place(Place, member).Names;
}

/// <summary>Lists the objects of a document in its order, but for what is data or other programs'.</summary>
internal sealed class DocumentParts
{
    // What stands below these is data, in which "$ref" is a name like any other, or is read and checked elsewhere.
    private static readonly HashSet<string> DataMembers = ["example", "examples", "default", "enum", "security", "securityDefinitions"];

    // The names in these are the document's own, and each is an object.
    private static readonly HashSet<string> Maps =
    [
        "properties",
        "definitions",
        "paths",
        "responses",
        "parameters",
        "schemas",
        "requestBodies",
        "securitySchemes",
    ];

    private readonly List<DocumentPart> _parts = [];
    private readonly IReadOnlyCollection<string> _leftOut;

    private DocumentParts(IReadOnlyCollection<string> leftOut) => _leftOut = leftOut;

    /// <param name="document">The document.</param>
    /// <param name="leftOut">Members whose content is none of the caller's business either.</param>
    public static IReadOnlyList<DocumentPart> Of(JsonObject document, params IReadOnlyCollection<string> leftOut)
    {
        DocumentParts parts = new(leftOut);
        parts.AddObject(document, Shape.Document, place: null);
        return parts._parts;
    }

    public static bool IsData(string member) => DataMembers.Contains(member);

    /// <summary>Whether the names in a member are the document's own.</summary>
    public static bool IsMap(string member) => Maps.Contains(member);

    private void AddObject(JsonObject members, Shape? shape, Place? place)
    {
        _parts.Add(new DocumentPart(members, shape, place));
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            bool isOther = member.Key.StartsWith("x-", StringComparison.Ordinal) && member.Key != Shape.NotificationKey;
            if (member.Value is JsonObject or JsonArray && !isOther && !IsData(member.Key) && !_leftOut.Contains(member.Key))
            {
                Add(member.Key, member.Value, shape?.Find(member.Key), new Place(place, member.Key));
            }
        }
    }

    private void Add(string name, JsonNode? value, Member? said, Place place)
    {
        switch (value)
        {
            case JsonObject map when said?.IsMap ?? IsMap(name):
                foreach (KeyValuePair<string, JsonNode?> entry in map)
                {
                    if (entry.Value is JsonObject members)
                    {
                        AddObject(members, said?.Shape, new Place(place, entry.Key));
                    }
                }

                break;
            case JsonObject members:
                AddObject(members, said?.Shape, place);
                break;
            case JsonArray items:
                for (int i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonObject item)
                    {
                        AddObject(item, said?.Shape, new Place(place, i.ToString(CultureInfo.InvariantCulture)));
                    }
                }

                break;
        }
    }
}
