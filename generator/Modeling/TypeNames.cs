using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Naming;

namespace PowerConnectors.Generator.Modeling;

/// <summary>
/// What the types of a connector are called. Names that the document gives are given out first, then those of its other definitions, and last those of what is
/// declared inline: so that none of these takes a name of those before.
/// </summary>
internal sealed class TypeNames
{
    private readonly NameScope _scope;
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _givenPlaces = new(StringComparer.Ordinal);

    public TypeNames(ConnectorNames names, IDictionary<string, IOpenApiSchema> definitions, JsonObject document)
    {
        _scope = new NameScope(names.OfTypes, StringComparer.OrdinalIgnoreCase);
        NameDefinitions(definitions, static schema => DocTexts.Text(schema.Extensions, GivenNames.ClientKey) is not null);
        GivenNames given = new(document);
        foreach (string name in Identifiers.PlainFirst(given.OfEnums))
        {
            OfEnum(name);
        }

        foreach (string name in Identifiers.PlainFirst(given.OfTypes))
        {
            TakeGiven(name, OwnerOfGiven(name));
        }

        NameDefinitions(definitions, static schema => DocTexts.Text(schema.Extensions, GivenNames.ClientKey) is null);
    }

    public string OfDefinition(string id) => _definitions[id];

    /// <summary>What a definition is called, if there is such a one.</summary>
    public string? Find(string? definition) =>
        definition is not null && _definitions.TryGetValue(definition, out string? name) ? name : null;

    /// <summary>What is declared at a place.</summary>
    public string OfInline(IOpenApiSchema schema, string wanted, string place) =>
        DocTexts.Text(schema.Extensions, GivenNames.TypeKey) is { } given ? NameGiven(given, place) : Take(wanted, place);

    /// <summary>The enumeration of a name that the document gives, at however many places.</summary>
    /// <param name="given">The name.</param>
    /// <param name="kind">What tells it from another of the name that cannot be the same type.</param>
    public string OfEnum(string given, string kind = "enum") =>
        _scope.Take(ReservedNames.GivenType(given, Identifiers.Pascal(given)), $"{kind} {given}", "Model");

    private void NameDefinitions(IDictionary<string, IOpenApiSchema> definitions, Func<IOpenApiSchema, bool> isTurnOf)
    {
        foreach (string id in Identifiers.PlainFirst(definitions.Keys.Where(id => isTurnOf(definitions[id]))))
        {
            IOpenApiSchema schema = definitions[id];
            string place = $"#/definitions/{id}";
            _definitions[id] =
                SchemaKinds.IsEnum(schema) && EnumBuilder.GivenName(schema) is { } shared ? OfEnum(shared)
                : DocTexts.Text(schema.Extensions, GivenNames.ClientKey) is { } given ? TakeGiven(given, place)
                : Take(Identifiers.Type(id, definitions.ContainsKey), place);
        }
    }

    // Of several places that give one name, the first has it.
    private string NameGiven(string given, string place)
    {
        if (!_givenPlaces.TryGetValue(given, out string? first))
        {
            _givenPlaces[given] = first = place;
        }

        return TakeGiven(given, first == place ? OwnerOfGiven(given) : place);
    }

    private static string OwnerOfGiven(string name) => $"given {name}";

    private string TakeGiven(string given, string owner)
    {
        string name = ReservedNames.IsForLanguage(given) ? Identifiers.Pascal(given) : given;
        return _scope.Take(ReservedNames.GivenType(given, name), owner, "Model");
    }

    private string Take(string name, string owner) => _scope.Take(ReservedNames.Type(name), owner, "Model");
}
