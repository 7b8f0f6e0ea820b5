using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>Builds an object with its members.</summary>
internal sealed class ObjectBuilder(TypeBuilder types)
{
    public ObjectModel Build(IOpenApiSchema schema, string space, string name, DocModel doc, VariantPair? pair)
    {
        string[] alias = pair is null ? [] : [pair.AliasName];
        NameScope names = new([name, .. ReservedNames.ModelMembers, .. alias], StringComparer.Ordinal);
        Dictionary<string, string> byWireName = new(schema.Properties!.Count, StringComparer.Ordinal);
        foreach (string wireName in InNamingOrder(schema.Properties))
        {
            byWireName[wireName] = names.Take(NameOf(wireName, schema.Properties[wireName]), wireName, "Value");
        }

        List<PropertyModel> properties =
        [
            .. schema.Properties.Select(member => BuildMember(schema, name, member.Key, member.Value, byWireName[member.Key])),
        ];
        PropertyModel? key = pair is null ? null : properties.Find(property => property.WireName == pair.KeyMember);
        return new ObjectModel(
            space,
            name,
            doc,
            properties.ToEquatableArray(),
            key is null ? null : new KeyModel(pair!.AliasName, key.Name),
            BuildAdditional(schema, name, names)
        );
    }

    private PropertyModel BuildMember(IOpenApiSchema owner, string typeName, string wireName, IOpenApiSchema schema, string name)
    {
        string declaredIn = types.NameOf(MergedSchema.OwnerOf(owner, wireName)) ?? typeName;
        TypeRef type = types.ResolveMember(schema, TypeNames.WantedOf(declaredIn, wireName), TypeNames.PlaceOf(declaredIn, wireName));
        string? sentDefault = SentDefaults.Of(schema, type);
        MemberTexts texts = new(schema);
        bool isRequired = owner.Required?.Contains(wireName) == true && !texts.IsNullable && sentDefault is null;
        return new PropertyModel(
            wireName,
            name,
            type,
            isRequired,
            texts.IsReadOnly,
            IsInitRequired: false,
            DocTexts.OfProperty(wireName, schema, texts, sentDefault is not null, types.SeeMethod(texts)),
            IsHidden: !isRequired && SentDefaults.IsInternal(schema) && !NotificationBuilder.IsUrl(schema.Extensions),
            sentDefault
        );
    }

    // What may be any JSON is in the model's Json anyway.
    private AdditionalModel? BuildAdditional(IOpenApiSchema schema, string typeName, NameScope names)
    {
        if (schema.AdditionalProperties is not { } additional)
        {
            return null;
        }

        string declaredIn = types.NameOf((schema as MergedSchema)?.AdditionalOwner) ?? typeName;
        TypeRef type = types.Resolve(additional, TypeNames.WantedOf(declaredIn, TypeNames.ValuesName), TypeNames.PlaceOfValues(declaredIn));
        return type.Kind == ValueKind.Element ? null : new AdditionalModel(names.Take("AdditionalProperties", "{}", "Value"), type);
    }

    // Names that the document gives are given out first.
    private static IEnumerable<string> InNamingOrder(IDictionary<string, IOpenApiSchema> members)
    {
        string[] all = [.. Identifiers.PlainFirst(members.Keys)];
        string[] given = Array.FindAll(all, wireName => GivenName(members[wireName]) is not null);
        return given.Length == 0 ? all : given.Union(all);
    }

    private static string NameOf(string wireName, IOpenApiSchema schema) => Identifiers.Pascal(GivenName(schema) ?? wireName);

    // A reference has no say over the name of the member that it stands in.
    private static string? GivenName(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference ? null : DocTexts.Text(schema.Extensions, Extensions.ClientName);
}
