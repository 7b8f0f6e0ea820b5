namespace PowerConnectors.Generator.Model;

/// <summary>A type that gets a file of its own.</summary>
internal abstract record TypeModel(string Namespace, string Name, DocModel Doc)
{
    /// <summary>Whether only the consumer's own assembly sees it.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>A JSON object with declared members.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Doc">The doc comment.</param>
/// <param name="Properties">The declared members, in the document's order.</param>
/// <param name="Key">How the element finds its key, if it stands in a collection that comes as array or dictionary.</param>
/// <param name="Additional">What the document says of members that it does not name.</param>
internal sealed record ObjectModel(
    string Namespace,
    string Name,
    DocModel Doc,
    EquatableArray<PropertyModel> Properties,
    KeyModel? Key = null,
    AdditionalModel? Additional = null
) : TypeModel(Namespace, Name, Doc);

/// <summary>A declared member.</summary>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether the document requires it.</param>
/// <param name="IsReadOnly">Whether it is left out of request bodies.</param>
/// <param name="IsInitRequired">Whether C# demands it when the object is made: it can stand in a request body and is required there.</param>
/// <param name="Doc">The doc comment.</param>
/// <param name="IsHidden">Whether editors do not offer it.</param>
/// <param name="SentDefault">What request bodies say, as JSON, if nobody sets it.</param>
internal sealed record PropertyModel(
    string WireName,
    string Name,
    TypeRef Type,
    bool IsRequired,
    bool IsReadOnly,
    bool IsInitRequired,
    DocModel Doc,
    bool IsHidden = false,
    string? SentDefault = null
)
{
    public bool IsNullable => !IsRequired;
}

/// <summary>The members that the document does not name but gives a type.</summary>
/// <param name="Name">The C# property that shows them.</param>
/// <param name="Type">What each of them holds.</param>
internal sealed record AdditionalModel(string Name, TypeRef Type);

/// <summary>The key of an element.</summary>
/// <param name="AliasName">The C# property that holds the key that the element was read with.</param>
/// <param name="MemberName">The C# property that the service derives the key from.</param>
internal sealed record KeyModel(string AliasName, string MemberName);

/// <summary>An open enumeration.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Doc">The doc comment.</param>
/// <param name="Kind">What its values are: strings, whole numbers or numbers.</param>
/// <param name="Values">The declared values.</param>
internal sealed record EnumModel(string Namespace, string Name, DocModel Doc, ValueKind Kind, EquatableArray<EnumValueModel> Values)
    : TypeModel(Namespace, Name, Doc);

/// <summary>A declared value of an enumeration.</summary>
internal sealed record EnumValueModel(string WireValue, string Name);

/// <summary>One of the two shapes of a collection.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Doc">The doc comment.</param>
/// <param name="IsArray">Whether this is the array.</param>
/// <param name="Element">The elements.</param>
/// <param name="Other">The other shape.</param>
internal sealed record VariantModel(string Namespace, string Name, DocModel Doc, bool IsArray, TypeRef Element, TypeRef Other)
    : TypeModel(Namespace, Name, Doc);
