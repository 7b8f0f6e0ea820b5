using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Naming;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Builds open enumerations. Those that the document or its overlay gives one name are one type with the values of all.</summary>
internal sealed class EnumBuilder(ConnectorNames names, NameScope scope)
{
    private const string EnumKey = "x-ms-enum";

    private readonly Dictionary<string, (DocModel Doc, List<string> Values)> _enums = new(StringComparer.Ordinal);

    public TypeRef Resolve(IOpenApiSchema schema, Func<string> ownName)
    {
        string? given = DocTexts.Node(schema.Extensions, EnumKey)?["name"]?.ToString();
        string name = given is null ? ownName() : scope.Take(ReservedNames.Type(Identifiers.Pascal(given)), $"enum {given}", "Value");
        if (!_enums.TryGetValue(name, out (DocModel Doc, List<string> Values) entry))
        {
            entry = (DocTexts.OfType(name, schema), []);
            _enums.Add(name, entry);
        }

        foreach (string value in SchemaKinds.EnumValues(schema).Select(static value => value.ToString()))
        {
            if (!entry.Values.Contains(value))
            {
                entry.Values.Add(value);
            }
        }

        return new TypeRef(ValueKind.Enum, names.Qualify(name));
    }

    public IEnumerable<TypeModel> Build() =>
        _enums.Select(pair =>
        {
            NameScope values = new([pair.Key, .. ReservedNames.EnumMembers], StringComparer.Ordinal);
            Dictionary<string, string> byValue = Identifiers
                .PlainFirst(pair.Value.Values)
                .ToDictionary(
                    static value => value,
                    value => values.Take(Identifiers.Pascal(value), value, "Value"),
                    StringComparer.Ordinal
                );
            return new EnumModel(
                names.Namespace,
                pair.Key,
                pair.Value.Doc,
                pair.Value.Values.Select(value => new EnumValueModel(value, byValue[value])).ToEquatableArray()
            );
        });
}
