using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>Builds open enumerations. Those that the document or its overlay gives one name are one type with the values of all.</summary>
internal sealed class EnumBuilder(ConnectorNames names, TypeNames typeNames)
{
    private readonly Dictionary<string, Entry> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValueKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>The name that the document gives to an enumeration.</summary>
    public static string? GivenName(IOpenApiSchema schema) =>
        (DocTexts.Node(schema.Extensions, Extensions.Enum) as JsonObject)?["name"]?.ToString();

    public TypeRef Resolve(IOpenApiSchema schema, ValueKind kind, Func<string> ownName)
    {
        string name = GivenName(schema) is { } given ? NameOf(given, kind) : ownName();
        if (!_enums.TryGetValue(name, out Entry entry))
        {
            entry = new Entry(DocTexts.OfType(name, schema), kind);
            _enums.Add(name, entry);
        }

        entry.Add(EnumTexts.Of(schema, kind), EnumTexts.Names(schema, kind));
        return new TypeRef(kind, names.Qualify(name));
    }

    public IEnumerable<TypeModel> Build() =>
        _enums.Select(pair => new EnumModel(names.Namespace, pair.Key, pair.Value.Doc, pair.Value.Kind, pair.Value.Build(pair.Key)));

    // Texts and numbers cannot be one type.
    private string NameOf(string given, ValueKind kind)
    {
        if (!_kinds.TryGetValue(given, out ValueKind first))
        {
            _kinds[given] = first = kind;
        }

        return first == kind ? typeNames.OfEnum(given) : typeNames.OfEnum(given, $"enum of {kind}");
    }

    private sealed class Entry(DocModel doc, ValueKind kind)
    {
        private readonly List<string> _values = [];
        private readonly Dictionary<string, string> _wanted = new(StringComparer.Ordinal);
        private readonly HashSet<string> _given = new(StringComparer.Ordinal);

        public DocModel Doc { get; } = doc;

        public ValueKind Kind { get; } = kind;

        public void Add(IEnumerable<string> values, IReadOnlyDictionary<string, string> given)
        {
            foreach (string value in values.Where(value => !_wanted.ContainsKey(value)))
            {
                _values.Add(value);
                if (given.ContainsKey(value))
                {
                    _given.Add(value);
                }

                _wanted[value] =
                    given.TryGetValue(value, out string? name) ? Identifiers.Pascal(name)
                    : Kind != ValueKind.Enum ? EnumTexts.NameOfNumber(value)
                    : value.Any(char.IsLetterOrDigit) ? Identifiers.Pascal(value)
                    : SymbolNames.Of(value);
            }
        }

        public EquatableArray<EnumValueModel> Build(string typeName)
        {
            NameScope scope = new([typeName, .. ReservedNames.EnumMembers], StringComparer.Ordinal);
            Dictionary<string, string> byValue = Identifiers
                .PlainFirst(_values)
                .OrderBy(value => _given.Contains(value) ? 0 : 1)
                .ToDictionary(static value => value, value => scope.Take(_wanted[value], value, "Value"), StringComparer.Ordinal);
            return _values.Select(value => new EnumValueModel(value, byValue[value])).ToEquatableArray();
        }
    }
}
