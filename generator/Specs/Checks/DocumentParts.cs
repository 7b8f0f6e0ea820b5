using System.Globalization;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>An object of a document that is no data.</summary>
/// <param name="Json">The object.</param>
/// <param name="Shape">What Swagger 2.0 says of its members, where it says something.</param>
/// <param name="Place">The names on the way to it; none for the document itself.</param>
internal sealed record DocumentPart(JsonObject Json, Shape? Shape, IReadOnlyList<string> Place)
{
    public string[] PlaceOf(string member) => [.. Place, member];
}

/// <summary>Finds objects of a document, in its order, but for what is data or other programs'.</summary>
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
    private readonly List<string> _place = [];
    private readonly Predicate<JsonObject> _isMeant;
    private readonly IReadOnlyCollection<string> _leftOut;

    private DocumentParts(Predicate<JsonObject> isMeant, IReadOnlyCollection<string> leftOut)
    {
        _isMeant = isMeant;
        _leftOut = leftOut;
    }

    /// <param name="document">The document.</param>
    /// <param name="isMeant">Which of its objects the caller is after.</param>
    /// <param name="leftOut">Members whose content is none of the caller's business either.</param>
    public static IReadOnlyList<DocumentPart> Of(
        JsonObject document,
        Predicate<JsonObject> isMeant,
        params IReadOnlyCollection<string> leftOut
    )
    {
        DocumentParts parts = new(isMeant, leftOut);
        parts.AddObject(document, Shape.Document);
        return parts._parts;
    }

    public static bool IsData(string member) => DataMembers.Contains(member);

    /// <summary>Whether the names in a member are the document's own.</summary>
    public static bool IsMap(string member) => Maps.Contains(member);

    private void AddObject(JsonObject members, Shape? shape)
    {
        if (_isMeant(members))
        {
            _parts.Add(new DocumentPart(members, shape, [.. _place]));
        }

        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            if (member.Value is JsonObject or JsonArray && IsOfDocument(member.Key))
            {
                _place.Add(member.Key);
                Add(member.Key, member.Value, shape?.Find(member.Key));
                _place.RemoveAt(_place.Count - 1);
            }
        }
    }

    private bool IsOfDocument(string member) =>
        (member == Shape.NotificationKey || !member.StartsWith("x-", StringComparison.Ordinal))
        && !IsData(member)
        && !_leftOut.Contains(member);

    private void Add(string name, JsonNode value, Member? said)
    {
        switch (value)
        {
            case JsonObject map when said?.IsMap ?? IsMap(name):
                foreach (KeyValuePair<string, JsonNode?> entry in map)
                {
                    AddInner(entry.Key, entry.Value, said?.Shape);
                }

                break;
            case JsonObject members:
                AddObject(members, said?.Shape);
                break;
            case JsonArray items:
                for (int i = 0; i < items.Count; i++)
                {
                    AddInner(i.ToString(CultureInfo.InvariantCulture), items[i], said?.Shape);
                }

                break;
        }
    }

    private void AddInner(string name, JsonNode? value, Shape? shape)
    {
        if (value is JsonObject members)
        {
            _place.Add(name);
            AddObject(members, shape);
            _place.RemoveAt(_place.Count - 1);
        }
    }
}
