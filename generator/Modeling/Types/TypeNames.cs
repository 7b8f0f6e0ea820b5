using Microsoft.OpenApi;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>
/// What the types of a connector are called. Names that the document gives are given out first, then those of its other definitions, and last those of what is
/// declared inline: so that none of these takes a name of those before.
/// </summary>
internal sealed class TypeNames
{
    private readonly NameScope _scope;
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _givenPlaces = new(StringComparer.Ordinal);

    /// <summary>What the values of undeclared members are called after.</summary>
    public const string ValuesName = "AdditionalProperty";

    private const string PropertiesSuffix = "Properties";

    public TypeNames(ConnectorNames names, IDictionary<string, IOpenApiSchema> definitions, SpecDocument document)
    {
        IReadOnlyDictionary<string, string> places = document.MemberPlaces;
        _scope = new NameScope(names.OfTypes, StringComparer.OrdinalIgnoreCase);
        NameDefinitions(definitions, id => !places.ContainsKey(id) && ClientName(definitions[id]) is not null);
        GivenNames given = new(document.Json);
        foreach (string name in Identifiers.PlainFirst(given.OfEnums))
        {
            OfEnum(name);
        }

        foreach (string name in Identifiers.PlainFirst(given.OfTypes))
        {
            TakeGiven(name, OwnerOfGiven(name));
        }

        NameDefinitions(definitions, id => !places.ContainsKey(id) && ClientName(definitions[id]) is null);
        new InlineTypes(definitions, places).Name(OfDefinition, OfInline);

        // What stands behind another of its name, in a part of an allOf, is met by nobody on the way.
        NameDefinitions(definitions, id => !_definitions.ContainsKey(id));
    }

    public string OfDefinition(string id) => _definitions[id];

    /// <summary>Where a definition is declared: mostly, as itself.</summary>
    public string PlaceOfDefinition(string id) => _places.TryGetValue(id, out string? place) ? place : id;

    /// <summary>What a definition is called, if there is such a one.</summary>
    public string? Find(string? definition) =>
        definition is not null && _definitions.TryGetValue(definition, out string? name) ? name : null;

    /// <summary>What is declared at a place.</summary>
    public string OfInline(IOpenApiSchema schema, string wanted, string place) =>
        OfInline(DocTexts.Text(schema.Extensions, Extensions.TypeName), wanted, place);

    /// <summary>The enumeration of a name that the document gives, at however many places.</summary>
    /// <param name="given">The name.</param>
    /// <param name="kind">What tells it from another of the name that cannot be the same type.</param>
    public string OfEnum(string given, string kind = "enum") =>
        _scope.Take(ReservedNames.GivenType(given, Identifiers.Pascal(given)), $"{kind} {given}", "Model");

    /// <summary>What the type of a member would be called.</summary>
    public static string WantedOf(string typeName, string member) =>
        (
            typeName.Length > PropertiesSuffix.Length && typeName.EndsWith(PropertiesSuffix, StringComparison.Ordinal)
                ? typeName.Substring(0, typeName.Length - PropertiesSuffix.Length)
                : typeName
        ) + Identifiers.Pascal(member);

    /// <summary>Where the type of a member is declared.</summary>
    public static string PlaceOf(string typeName, string member) => $"{typeName}/{member}";

    /// <summary>Where the type of a list's items is declared.</summary>
    public static string PlaceOfItems(string list) => $"{list}[]";

    /// <summary>Where the type of a dictionary's values is declared, or of a class's undeclared members.</summary>
    public static string PlaceOfValues(string owner) => $"{owner}{{}}";

    private string OfInline(InlineType type, string? definition)
    {
        string name = OfDeclared(type.Schema, type.Wanted, type.Place);
        if (definition is not null)
        {
            _definitions[definition] = name;
            _places[definition] = type.Place;
        }

        return name;
    }

    private string OfDeclared(IOpenApiSchema schema, string wanted, string place) =>
        SchemaKinds.IsEnum(schema) && EnumBuilder.GivenName(schema) is { } shared ? OfEnum(shared)
        : SchemaKinds.IsModel(schema) || SchemaKinds.IsEnum(schema) || schema.AllOf is { Count: > 0 } ? OfInline(schema, wanted, place)
        : wanted; // What it holds may take it.

    private static string? ClientName(IOpenApiSchema schema) => DocTexts.Text(schema.Extensions, Extensions.ClientName);

    private void NameDefinitions(IDictionary<string, IOpenApiSchema> definitions, Func<string, bool> isTurnOf)
    {
        foreach (string id in Identifiers.PlainFirst(definitions.Keys.Where(isTurnOf)))
        {
            IOpenApiSchema schema = definitions[id];
            string place = $"#/definitions/{id}";
            _definitions[id] =
                SchemaKinds.IsEnum(schema) && EnumBuilder.GivenName(schema) is { } shared ? OfEnum(shared)
                : ClientName(schema) is { } given ? TakeGiven(given, place)
                : Take(Identifiers.Type(id, definitions.ContainsKey), place);
        }
    }

    private string OfInline(string? given, string wanted, string place) =>
        given is not null ? NameGiven(given, place) : Take(wanted, place);

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
