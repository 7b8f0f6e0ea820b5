using Microsoft.OpenApi;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>
/// Goes through what definitions declare in place, in an order that hangs on names alone: so that it makes no difference to what is called how who refers to it.
/// </summary>
/// <param name="definitions">The definitions.</param>
/// <param name="places">The way to each among them that is declared at a member, items or values of another.</param>
internal sealed class InlineTypes(IDictionary<string, IOpenApiSchema> definitions, IReadOnlyDictionary<string, string> places)
{
    private readonly Dictionary<string, string> _declaredAt = places
        .GroupBy(static place => place.Value, StringComparer.Ordinal)
        .ToDictionary(static same => same.Key, static same => same.First().Key, StringComparer.Ordinal);

    /// <summary>Names them all.</summary>
    /// <param name="nameOf">What a definition is called.</param>
    /// <param name="take">Gives a name to what is declared in place; with the definition that it has become, if it has.</param>
    public void Name(Func<string, string> nameOf, Func<InlineType, string?, string> take)
    {
        Stack<(InlineType Type, string? Name)> open = [];
        foreach (string id in Identifiers.PlainFirst(definitions.Keys.Where(id => !places.ContainsKey(id))))
        {
            open.Push((new InlineType(definitions[id], nameOf(id), id, id), nameOf(id)));
            while (open.Count > 0)
            {
                (InlineType type, string? name) = open.Pop();
                name ??= Find(type) is var (declared, definition) ? take(type = type with { Schema = declared }, definition) : null;
                if (name is not null)
                {
                    foreach (InlineType inner in Inside(type, name).Reverse())
                    {
                        open.Push((inner, null));
                    }
                }
            }
        }
    }

    // A reference declares nothing, unless it leads to what stood in its own place.
    private (IOpenApiSchema Schema, string? Definition)? Find(InlineType type) =>
        AllOf.Referred(type.Schema) is not OpenApiSchemaReference reference ? (type.Schema, null)
        : _declaredAt.TryGetValue(type.Way, out string? id) && reference.Reference.Id == id ? (definitions[id], id)
        : null;

    private IEnumerable<InlineType> Inside(InlineType type, string name)
    {
        IOpenApiSchema schema = type.Schema;
        if (schema is OpenApiSchemaReference)
        {
            yield break;
        }

        IDictionary<string, IOpenApiSchema> members = MembersOf(schema);
        foreach (string member in Identifiers.PlainFirst(members.Keys.Where(member => MayDeclare(members[member]))))
        {
            yield return new InlineType(
                members[member],
                TypeNames.WantedOf(name, member),
                TypeNames.PlaceOf(name, member),
                MemberPlace.Member(type.Way, member)
            );
        }

        if (schema.Items is { } items && MayDeclare(items))
        {
            yield return new InlineType(items, name, TypeNames.PlaceOfItems(type.Place), MemberPlace.OfItems(type.Way));
        }

        if (schema.AdditionalProperties is { } values && MayDeclare(values))
        {
            bool isClass = members.Count > 0 || HasMembers(schema);
            yield return new InlineType(
                values,
                isClass ? TypeNames.WantedOf(name, TypeNames.ValuesName) : name,
                TypeNames.PlaceOfValues(isClass ? name : type.Place),
                MemberPlace.OfValues(type.Way)
            );
        }
    }

    // Most are texts, numbers and references, which have nothing to name.
    private bool MayDeclare(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference
            ? _declaredAt.Count > 0
            : schema.Properties is { Count: > 0 }
                || schema.AllOf is { Count: > 0 }
                || schema.Enum is { Count: > 0 }
                || schema.Items is not null
                || schema.AdditionalProperties is not null;

    private static bool HasMembers(IOpenApiSchema schema)
    {
        HashSet<IOpenApiSchema> seen = [];
        Stack<IOpenApiSchema> open = new([schema]);
        while (open.Count > 0)
        {
            IOpenApiSchema part = AllOf.Follow(open.Pop());
            if (part.Properties is { Count: > 0 })
            {
                return true;
            }

            foreach (IOpenApiSchema inner in seen.Add(part) ? part.AllOf ?? [] : [])
            {
                open.Push(inner);
            }
        }

        return false;
    }

    // What a part declares in place, the whole does.
    private static IDictionary<string, IOpenApiSchema> MembersOf(IOpenApiSchema schema)
    {
        if (schema is { AllOf: not { Count: > 0 }, Properties: { } own })
        {
            return own;
        }

        Dictionary<string, IOpenApiSchema> members = new(StringComparer.Ordinal);
        Stack<IOpenApiSchema> open = new([schema]);
        while (open.Count > 0)
        {
            IOpenApiSchema part = open.Pop();
            foreach (KeyValuePair<string, IOpenApiSchema> member in part.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                if (!members.ContainsKey(member.Key))
                {
                    members.Add(member.Key, member.Value);
                }
            }

            foreach (IOpenApiSchema inner in (part.AllOf ?? []).Where(static inner => inner is not OpenApiSchemaReference))
            {
                open.Push(inner);
            }
        }

        return members;
    }
}

/// <summary>What is declared in place.</summary>
/// <param name="Schema">What it is.</param>
/// <param name="Wanted">What it would be called.</param>
/// <param name="Place">Where it is declared, by the names of types.</param>
/// <param name="Way">Where it is declared, by the names of the document.</param>
internal sealed record InlineType(IOpenApiSchema Schema, string Wanted, string Place, string Way);
