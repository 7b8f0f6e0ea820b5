using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Turns schemas into C# types, and gathers the types that need a file.</summary>
internal sealed class TypeBuilder
{
    private const string ClientNameKey = "x-ms-client-name";

    // The compiler takes twice as long for each level of lambda in lambda; what is nested deeper is read as free JSON.
    private const int MaxNesting = 8;

    private readonly ConnectorNames _names;
    private readonly IDictionary<string, IOpenApiSchema> _definitions;
    private readonly IReadOnlyList<VariantPair> _variants;
    private readonly CancellationToken _token;
    private readonly NameScope _scope;
    private readonly EnumBuilder _enums;
    private readonly Dictionary<string, string> _definitionNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _givenPlaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<IOpenApiSchema, string> _inlineUnderWay = [];
    private readonly Dictionary<string, TypeModel> _built = new(StringComparer.Ordinal);
    private readonly SentTypes _sent = new();

    public TypeBuilder(ConnectorNames names, SpecDocument document, IReadOnlyList<VariantPair> variants, CancellationToken token)
    {
        _names = names;
        _definitions = document.OpenApi.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        _variants = variants;
        _token = token;
        _scope = new NameScope(names.OfTypes, StringComparer.OrdinalIgnoreCase);
        _enums = new EnumBuilder(names, _scope);

        NameDefinitions(static schema => DocTexts.Text(schema.Extensions, ClientNameKey) is not null);
        GivenNames given = new(document.Json);
        foreach (string name in Identifiers.PlainFirst(given.OfEnums))
        {
            _enums.Reserve(name);
        }

        foreach (string name in Identifiers.PlainFirst(given.OfTypes))
        {
            TakeGivenName(name, OwnerOfGiven(name));
        }

        // Before the inline types, so that none can take the name of a definition.
        NameDefinitions(static schema => DocTexts.Text(schema.Extensions, ClientNameKey) is null);
    }

    /// <summary>The C# type of a schema that stands for itself, or for an item.</summary>
    /// <inheritdoc cref="ResolveMember"/>
    public TypeRef Resolve(IOpenApiSchema schema, string inlineName, string place) =>
        ResolveMember(schema, inlineName, place).WithoutForm();

    /// <summary>The C# type of a member, whose model remembers a value that the type cannot hold, or of a parameter.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="inlineName">What the type is called if it is declared here and needs a name.</param>
    /// <param name="place">Where it is declared, which tells it from another inline type that would get the same name.</param>
    public TypeRef ResolveMember(IOpenApiSchema schema, string inlineName, string place)
    {
        if (_inlineUnderWay.TryGetValue(schema, out string? name))
        {
            return Model(name);
        }

        return AllOf.Flatten(schema) is OpenApiSchemaReference { Reference.Id: { } id }
            ? ResolveDefinition(id)
            : ResolveInline(schema, AllOf.Flatten(schema), inlineName, place);
    }

    /// <summary>What tells more about values of a schema; set before the first is resolved.</summary>
    public Lookups? Lookups { private get; set; }

    /// <summary>The client's method that tells more about values of a schema, if there is one.</summary>
    public string? SeeMethod(IOpenApiSchema schema) =>
        Qualify(Lookups?.MethodFor(schema.Extensions) ?? Lookups?.MethodFor(schema.Items?.Extensions));

    /// <summary>The same of a field of a form.</summary>
    public string? SeeMethod(JsonObject field) =>
        Qualify(Lookups?.MethodFor(key => field[key]) ?? Lookups?.MethodFor(key => (field["items"] as JsonObject)?[key]));

    /// <summary>Notes that a type stands in a request body, so that what it requires is required in C# too.</summary>
    public void MarkSent(TypeRef type) => _sent.Add(type);

    /// <summary>Adds the definitions that no operation uses.</summary>
    public void AddDefinitions()
    {
        foreach (string id in _definitions.Keys)
        {
            ResolveDefinition(id);
        }
    }

    /// <summary>All types, by name.</summary>
    public EquatableArray<TypeModel> Build() =>
        _sent
            .RequireOnInit([.. _built.Values], _names.Qualify)
            .Concat(_enums.Build())
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .ToEquatableArray();

    private TypeRef ResolveDefinition(string alias)
    {
        (string id, IOpenApiSchema? schema) = FollowAlias(alias);
        if (schema is null)
        {
            return new TypeRef(ValueKind.Element);
        }

        string name = _definitionNames[id];
        if (_variants.FirstOrDefault(pair => pair.Array == id || pair.Dictionary == id) is { } pair)
        {
            return ResolveVariant(pair, isArray: pair.Array == id, name, schema);
        }

        // A list or dictionary of itself has no C# type; a model has, because it is a class.
        if (!_underWay.Add(id))
        {
            return SchemaKinds.IsModel(schema) ? Model(name) : new TypeRef(ValueKind.Element);
        }

        TypeRef type = SchemaKinds.IsModel(schema) ? ResolveModel(schema, name, id) : ResolveSimple(schema, () => name, name, id);
        _underWay.Remove(id);
        return type;
    }

    // A definition that only stands for another is that type under a second name. Two that stand for each other are nothing.
    private (string Id, IOpenApiSchema? Schema) FollowAlias(string id)
    {
        HashSet<string> way = new(StringComparer.Ordinal);
        while (way.Add(id) && _definitions.TryGetValue(id, out IOpenApiSchema? definition))
        {
            IOpenApiSchema schema = AllOf.Flatten(definition);
            if (schema is not OpenApiSchemaReference { Reference.Id: { } target })
            {
                return (id, schema);
            }

            id = target;
        }

        return (id, null);
    }

    private TypeRef ResolveInline(IOpenApiSchema declared, IOpenApiSchema schema, string inlineName, string place)
    {
        string Name() =>
            DocTexts.Text(schema.Extensions, GivenNames.TypeKey) is { } given ? NameGiven(given, place) : TakeName(inlineName, place);

        if (!SchemaKinds.IsModel(schema))
        {
            return ResolveSimple(schema, Name, inlineName, place);
        }

        // By allOf it can bring in the definition that it stands in, and so hold itself.
        string name = Name();
        _inlineUnderWay[declared] = name;
        TypeRef type = ResolveModel(schema, name, place);
        _inlineUnderWay.Remove(declared);
        return type;
    }

    private TypeRef ResolveModel(IOpenApiSchema schema, string name, string schemaName)
    {
        if (!_built.ContainsKey(name))
        {
            _token.ThrowIfCancellationRequested();

            // The name is taken first: a model may hold itself.
            DocModel doc = DocTexts.OfModel(
                schemaName,
                schema,
                _definitions.Keys.Where(id => AllOf.Includes(_definitions[id], schemaName))
            );
            _built[name] = new ObjectModel(_names.Namespace, name, doc, default);
            VariantPair? pair = _variants.FirstOrDefault(pair => ElementOf(pair) == schemaName);
            _built[name] = new ObjectBuilder(this).Build(schema, _names.Namespace, name, doc, pair);
        }

        return Model(name);
    }

    private TypeRef ResolveSimple(IOpenApiSchema schema, Func<string> name, string inlineName, string place) =>
        SchemaKinds.Of(schema) switch
        {
            ValueKind.List or ValueKind.Dictionary when Nesting(place) >= MaxNesting => new TypeRef(ValueKind.Element),
            ValueKind.Enum or ValueKind.Int64Enum or ValueKind.DoubleEnum => _enums.Resolve(schema, SchemaKinds.Of(schema), name),
            ValueKind.List when schema.Items is { } items => new TypeRef(ValueKind.List, Item: Resolve(items, inlineName, $"{place}[]")),
            ValueKind.List => new TypeRef(ValueKind.List, Item: new TypeRef(ValueKind.Element)),
            ValueKind.Dictionary => new TypeRef(
                ValueKind.Dictionary,
                Item: Resolve(schema.AdditionalProperties!, inlineName, $"{place}{{}}")
            ),
            ValueKind kind => new TypeRef(kind),
        };

    private TypeRef ResolveVariant(VariantPair pair, bool isArray, string name, IOpenApiSchema schema)
    {
        if (!_built.ContainsKey(name))
        {
            string other = _definitionNames[isArray ? pair.Dictionary : pair.Array];
            DocModel doc = DocTexts.OfType(isArray ? pair.Array : pair.Dictionary, schema);
            TypeRef element = Resolve(isArray ? schema.Items! : schema.AdditionalProperties!, name, name);
            _built[name] = new VariantModel(_names.Namespace, name, doc, isArray, element, Model(other));
            ResolveDefinition(isArray ? pair.Dictionary : pair.Array);
        }

        return Model(name);
    }

    private string? ElementOf(VariantPair pair) => (_definitions[pair.Array].Items as OpenApiSchemaReference)?.Reference.Id;

    // A place ends with a pair of brackets for each list or dictionary around it.
    private static int Nesting(string place) => (place.Length - place.TrimEnd('[', ']', '{', '}').Length) / 2;

    private TypeRef Model(string name) => new(ValueKind.Model, _names.Qualify(name));

    private string? Qualify(string? method) => method is null ? null : $"{_names.Qualify(_names.ClientName)}.{method}";

    private void NameDefinitions(Func<IOpenApiSchema, bool> isTurnOf)
    {
        foreach (string id in Identifiers.PlainFirst(_definitions.Keys.Where(id => isTurnOf(_definitions[id]))))
        {
            IOpenApiSchema schema = _definitions[id];
            string place = $"#/definitions/{id}";
            _definitionNames[id] =
                SchemaKinds.IsEnum(schema) && EnumBuilder.GivenName(schema) is { } shared ? _enums.Reserve(shared)
                : DocTexts.Text(schema.Extensions, ClientNameKey) is { } given ? TakeGivenName(given, place)
                : TakeName(Identifiers.Type(id, _definitions.ContainsKey), place);
        }
    }

    // Of several places that give one name, the first has it.
    private string NameGiven(string given, string place)
    {
        if (!_givenPlaces.TryGetValue(given, out string? first))
        {
            _givenPlaces[given] = first = place;
        }

        return TakeGivenName(given, first == place ? OwnerOfGiven(given) : place);
    }

    private static string OwnerOfGiven(string name) => $"given {name}";

    private string TakeGivenName(string given, string wireName)
    {
        string name = ReservedNames.IsForLanguage(given) ? Identifiers.Pascal(given) : given;
        return _scope.Take(ReservedNames.GivenType(given, name), wireName, "Model");
    }

    private string TakeName(string name, string wireName) => _scope.Take(ReservedNames.Type(name), wireName, "Model");
}
