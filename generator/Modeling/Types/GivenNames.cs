using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>
/// The names that a document and its overlay give to types, wherever they stand, in use or not: they are given out before all names that the generator makes, so
/// that nothing that is added later can take one.
/// </summary>
internal sealed class GivenNames
{
    private readonly HashSet<string> _enums = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    public GivenNames(JsonObject document)
    {
        foreach (
            DocumentPart part in DocumentParts.Of(
                document,
                static part => part.ContainsKey(Extensions.Enum) || part.ContainsKey(Extensions.TypeName)
            )
        )
        {
            Add(_enums, (part.Json[Extensions.Enum] as JsonObject)?["name"]);
            Add(_types, part.Json[Extensions.TypeName]);
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
