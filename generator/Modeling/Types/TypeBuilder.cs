using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Dynamic;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>Turns schemas into C# types, and gathers the types that need a file.</summary>
internal sealed class TypeBuilder
{
    // The compiler takes twice as long for each level of lambda in lambda; what is nested deeper is read as free JSON.
    private const int MaxNesting = 8;

    private readonly ConnectorNames _names;
    private readonly IDictionary<string, IOpenApiSchema> _definitions;
    private readonly IReadOnlyList<VariantPair> _variants;
    private readonly CancellationToken _token;
    private readonly TypeNames _typeNames;
    private readonly EnumBuilder _enums;
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<IOpenApiSchema, IOpenApiSchema> _flat = [];
    private readonly Queue<Action> _open = new();
    private readonly ModelSize _size = new();
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeModel> _built = new(StringComparer.Ordinal);
    private readonly SentTypes _sent = new();
    private readonly Dictionary<string, (string Id, IOpenApiSchema? Schema)> _aliases = new(StringComparer.Ordinal);
    private ILookup<string, string>? _derived;
    private bool _isBuilding;

    public TypeBuilder(ConnectorNames names, SpecDocument document, IReadOnlyList<VariantPair> variants, CancellationToken token)
    {
        _names = names;
        _definitions = document.OpenApi.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        _variants = variants;
        _token = token;
        AllOfParts = new AllOfParts(_size, token);
        _typeNames = new TypeNames(names, _definitions, document);
        _enums = new EnumBuilder(names, _typeNames);
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
        TypeRef type = Resolve(schema, inlineName, place, depth: 0);
        BuildOpen();
        return type;
    }

    /// <summary>The parts of the document's schemas.</summary>
    public AllOfParts AllOfParts { get; }

    /// <inheritdoc cref="TypeNames.Find"/>
    public string? NameOf(string? definition) => _typeNames.Find(definition);

    /// <summary>What tells more about values of a schema; set before the first is resolved.</summary>
    public Lookups? Lookups { private get; set; }

    /// <summary>The client's method that tells more about values of a schema, if there is one.</summary>
    public string? SeeMethod(IOpenApiSchema schema) => SeeMethod(new MemberTexts(schema));

    /// <summary>The same of a member.</summary>
    public string? SeeMethod(MemberTexts texts) =>
        Qualify(Lookups?.MethodFor(texts, static (texts, key) => texts.Find(key)) ?? Lookups?.MethodFor(texts.Items?.Extensions));

    /// <summary>The same of a field of a form.</summary>
    public string? SeeMethod(JsonObject field) =>
        Qualify(
            Lookups?.MethodFor(field, static (field, key) => field[key])
                ?? Lookups?.MethodFor(field["items"] as JsonObject, static (items, key) => items?[key])
        );

    /// <summary>Notes that a type stands in a request body, so that what it requires is required in C# too.</summary>
    public void MarkSent(TypeRef type) => _sent.Add(type);

    /// <summary>Adds the definitions that no operation uses.</summary>
    public void AddDefinitions()
    {
        foreach (string id in _definitions.Keys)
        {
            ResolveDefinition(id, depth: 0);
            BuildOpen();
        }
    }

    /// <summary>All types, by name.</summary>
    public EquatableArray<TypeModel> Build() =>
        _sent
            .RequireOnInit([.. _built.Values], _names.Qualify)
            .Concat(_enums.Build())
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .ToEquatableArray();

    // Members are built one model after the other, not one within the other: definitions can stand in a chain of any length.
    private void BuildOpen()
    {
        if (_isBuilding)
        {
            return;
        }

        _isBuilding = true;
        while (_open.Count > 0)
        {
            _token.ThrowIfCancellationRequested();
            _open.Dequeue()();
        }

        _isBuilding = false;
    }

    private TypeRef Resolve(IOpenApiSchema schema, string inlineName, string place, int depth)
    {
        IOpenApiSchema flat = Flatten(schema);
        return flat is OpenApiSchemaReference { Reference.Id: { } id }
            ? ResolveDefinition(id, depth)
            : ResolveInline(flat, inlineName, place, depth);
    }

    private TypeRef ResolveDefinition(string alias, int depth)
    {
        (string id, IOpenApiSchema? schema) = FollowAlias(alias);
        if (schema is null)
        {
            return new TypeRef(ValueKind.Element);
        }

        string name = _typeNames.OfDefinition(id);
        if (_variants.FirstOrDefault(pair => pair.Array == id || pair.Dictionary == id) is { } pair)
        {
            return ResolveVariant(pair, isArray: pair.Array == id, name, schema);
        }

        if (SchemaKinds.IsModel(schema))
        {
            return ResolveModel(schema, name, _typeNames.PlaceOfDefinition(id));
        }

        // A list or dictionary of itself has no C# type.
        if (!_underWay.Add(id))
        {
            return new TypeRef(ValueKind.Element);
        }

        TypeRef type = ResolveSimple(schema, () => name, name, _typeNames.PlaceOfDefinition(id), depth);
        _underWay.Remove(id);
        return type;
    }

    // A definition that only stands for another is that type under a second name. Two that stand for each other are nothing.
    private (string Id, IOpenApiSchema? Schema) FollowAlias(string id)
    {
        List<string> way = [];
        (string Id, IOpenApiSchema? Schema) end;
        while (!_aliases.TryGetValue(id, out end))
        {
            _aliases[id] = (id, null); // Whoever comes by here again goes in a circle.
            way.Add(id);
            IOpenApiSchema? schema = _definitions.TryGetValue(id, out IOpenApiSchema? definition) ? Flatten(definition) : null;
            if (schema is not OpenApiSchemaReference { Reference.Id: { } target })
            {
                end = (id, schema);
                break;
            }

            id = target;
        }

        foreach (string step in way)
        {
            _aliases[step] = end;
        }

        return end;
    }

    private TypeRef ResolveInline(IOpenApiSchema schema, string inlineName, string place, int depth)
    {
        string Name() => _typeNames.OfInline(schema, inlineName, place);
        return SchemaKinds.IsModel(schema) ? ResolveModel(schema, Name(), place) : ResolveSimple(schema, Name, inlineName, place, depth);
    }

    private TypeRef ResolveModel(IOpenApiSchema schema, string name, string schemaName)
    {
        if (_begun.Add(name))
        {
            _size.Add(schema.Properties!.Count + 1);
            _open.Enqueue(() =>
            {
                DocModel doc = DocTexts.OfModel(schemaName, schema, DerivedFrom(schemaName));
                VariantPair? pair = _variants.FirstOrDefault(pair => ElementOf(pair) == schemaName);
                _built[name] = new ObjectBuilder(this).Build(schema, _names.Namespace, name, doc, pair);
            });
        }

        return Model(name);
    }

    private TypeRef ResolveSimple(IOpenApiSchema schema, Func<string> name, string inlineName, string place, int depth) =>
        SchemaKinds.Of(schema) switch
        {
            ValueKind.List or ValueKind.Dictionary when depth >= MaxNesting => new TypeRef(ValueKind.Element),
            ValueKind.Enum or ValueKind.Int64Enum or ValueKind.DoubleEnum => ResolveEnum(schema, name),
            ValueKind.List => new TypeRef(ValueKind.List, Item: ResolveItems(schema, inlineName, place, depth)),
            ValueKind.Dictionary => new TypeRef(ValueKind.Dictionary, Item: ResolveValues(schema, inlineName, place, depth)),
            ValueKind kind => new TypeRef(kind),
        };

    private TypeRef ResolveEnum(IOpenApiSchema schema, Func<string> name)
    {
        TypeRef type = _enums.Resolve(schema, SchemaKinds.Of(schema), name);
        if (_begun.Add(type.Name!))
        {
            _size.Add(schema.Enum!.Count + 1);
        }

        return type;
    }

    private TypeRef ResolveItems(IOpenApiSchema schema, string inlineName, string place, int depth)
    {
        string? owner = (schema as MergedSchema)?.ItemsOwner;
        return schema.Items is { } items
            ? Resolve(items, NameOf(owner) ?? inlineName, TypeNames.PlaceOfItems(owner ?? place), depth + 1).WithoutForm()
            : new TypeRef(ValueKind.Element);
    }

    private TypeRef ResolveValues(IOpenApiSchema schema, string inlineName, string place, int depth)
    {
        string? owner = (schema as MergedSchema)?.AdditionalOwner;
        return Resolve(schema.AdditionalProperties!, NameOf(owner) ?? inlineName, TypeNames.PlaceOfValues(owner ?? place), depth + 1)
            .WithoutForm();
    }

    private TypeRef ResolveVariant(VariantPair pair, bool isArray, string name, IOpenApiSchema schema)
    {
        if (_begun.Add(name))
        {
            string other = isArray ? pair.Dictionary : pair.Array;
            _open.Enqueue(() =>
            {
                DocModel doc = DocTexts.OfType(isArray ? pair.Array : pair.Dictionary, schema);
                TypeRef element = Resolve(isArray ? schema.Items! : schema.AdditionalProperties!, name, name);
                _built[name] = new VariantModel(_names.Namespace, name, doc, isArray, element, Model(_typeNames.OfDefinition(other)));
                ResolveDefinition(other, depth: 0);
            });
        }

        return Model(name);
    }

    private IEnumerable<string> DerivedFrom(string id) =>
        (
            _derived ??= (
                from definition in _definitions
                where definition.Value is not OpenApiSchemaReference
                from part in definition.Value.AllOf ?? []
                where part is OpenApiSchemaReference
                select (Base: ((OpenApiSchemaReference)part).Reference.Id ?? "", definition.Key)
            )
                .Distinct()
                .ToLookup(static pair => pair.Base, static pair => pair.Key, StringComparer.Ordinal)
        )[id];

    // A schema of parts is put together once: many can refer to it.
    private IOpenApiSchema Flatten(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference || schema.AllOf is not { Count: > 0 })
        {
            return schema;
        }

        if (!_flat.TryGetValue(schema, out IOpenApiSchema? flat))
        {
            flat = AllOf.Flatten(schema, AllOfParts);
            _flat.Add(schema, flat);
            _size.Add(flat is MergedSchema merged ? merged.Properties!.Count : 0);
        }

        return flat;
    }

    private string? ElementOf(VariantPair pair) =>
        _definitions[pair.Array].Items is { } items ? (AllOf.Referred(items) as OpenApiSchemaReference)?.Reference.Id : null;

    private TypeRef Model(string name) => new(ValueKind.Model, _names.Qualify(name));

    private string? Qualify(string? method) => method is null ? null : $"{_names.Qualify(_names.ClientName)}.{method}";
}
