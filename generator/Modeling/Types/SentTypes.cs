using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>The models that can stand in a request body: those that are sent themselves, and what they hold without being read-only.</summary>
internal sealed class SentTypes
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public void Add(TypeRef type)
    {
        if (Innermost(type) is { Kind: ValueKind.Model, Name: { } name })
        {
            _names.Add(name);
        }
    }

    /// <summary>The types, with the required members of those that are sent required in C# too.</summary>
    public IEnumerable<TypeModel> RequireOnInit(IReadOnlyList<TypeModel> types, Func<string, string> qualify)
    {
        Spread(types.ToDictionary(type => qualify(type.Name), StringComparer.Ordinal));
        return types.Select(type => type is ObjectModel model && _names.Contains(qualify(model.Name)) ? RequireOnInit(model) : type);
    }

    private void Spread(Dictionary<string, TypeModel> types)
    {
        Queue<string> open = new(_names);
        while (open.Count > 0)
        {
            IEnumerable<TypeRef> inner = types[open.Dequeue()] switch
            {
                ObjectModel model => model
                    .Properties.Where(static property => !property.IsReadOnly)
                    .Select(static property => property.Type)
                    .Concat(model.Additional is { } additional ? [additional.Type] : []),
                VariantModel variant => [variant.Element],
                _ => [],
            };
            foreach (TypeRef type in inner.Select(Innermost).Where(static type => type.Kind == ValueKind.Model))
            {
                if (_names.Add(type.Name!))
                {
                    open.Enqueue(type.Name!);
                }
            }
        }
    }

    private static ObjectModel RequireOnInit(ObjectModel model) =>
        model with
        {
            Properties = model
                .Properties.Select(static property => property with { IsInitRequired = property.IsRequired && !property.IsReadOnly })
                .ToEquatableArray(),
        };

    private static TypeRef Innermost(TypeRef type) => type.Item is { } item ? Innermost(item) : type;
}
