using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Modeling;

/// <summary>
/// The names that a document and its overlay give to types, wherever they stand, in use or not: they are given out before all names that the generator makes, so
/// that nothing that is added later can take one.
/// </summary>
internal sealed class GivenNames
{
    public const string ClientKey = "x-ms-client-name";
    public const string TypeKey = "x-powerconnectors-type-name";

    // What stands below these is data, in which an extension's name is a name like any other.
    private static readonly HashSet<string> DataMembers = ["example", "examples", "default", "enum"];

    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    public GivenNames(JsonObject document)
    {
        Stack<JsonNode> open = new([document]);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case JsonObject members:
                    Add(_enums, (members[EnumTexts.EnumKey] as JsonObject)?["name"]);
                    Add(_types, members[TypeKey]);
                    foreach (KeyValuePair<string, JsonNode?> member in members)
                    {
                        if (member.Value is JsonObject or JsonArray && !DataMembers.Contains(member.Key))
                        {
                            open.Push(member.Value);
                        }
                    }

                    break;
                case JsonArray items:
                    foreach (JsonNode item in items.OfType<JsonNode>())
                    {
                        open.Push(item);
                    }

                    break;
            }
        }
    }

    public IEnumerable<string> OfEnums => _enums;

    public IEnumerable<string> OfTypes => _types;

    private static void Add(HashSet<string> names, JsonNode? name)
    {
        if (name?.GetValueKind() == JsonValueKind.String)
        {
            names.Add(name.GetValue<string>());
        }
    }
}
