namespace PowerConnectors.Generator.Model;

/// <summary>What a value is in C#.</summary>
internal enum ValueKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    DateTimeOffset,
    DateOnly,
    Guid,
    Uri,

    /// <summary>Bytes, which stand in JSON as base64.</summary>
    Bytes,

    /// <summary>Any JSON.</summary>
    Element,

    /// <summary>A generated open enumeration of strings.</summary>
    Enum,

    /// <summary>One of whole numbers.</summary>
    Int64Enum,

    /// <summary>One of numbers.</summary>
    DoubleEnum,

    /// <summary>A generated class.</summary>
    Model,
    List,
    Dictionary,

    /// <summary>Content that is sent or read as it is.</summary>
    Stream,

    /// <summary>A file in a form.</summary>
    File,
}

/// <summary>The type of a member, parameter or answer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name of a generated type, qualified.</param>
/// <param name="Item">The type of the items of a list or of the values of a dictionary.</param>
internal sealed record TypeRef(ValueKind Kind, string? Name = null, TypeRef? Item = null)
{
    /// <summary>Whether the C# type has no value of its own for a member that was not sent.</summary>
    public bool IsPlainValueType =>
        Kind == ValueKind.Boolean || IsNumber || Kind is ValueKind.DateTimeOffset or ValueKind.DateOnly or ValueKind.Guid;

    public bool IsNumber => Kind is ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double or ValueKind.Decimal;

    public bool IsEnum => Kind is ValueKind.Enum or ValueKind.Int64Enum or ValueKind.DoubleEnum;

    public bool IsValueType => IsPlainValueType || IsEnum || Kind == ValueKind.Element;

    /// <summary>The type where nothing can remember a value as it came.</summary>
    public TypeRef WithoutForm() =>
        Kind switch
        {
            ValueKind.DateOnly or ValueKind.Guid or ValueKind.Uri or ValueKind.Bytes => new TypeRef(ValueKind.String),
            ValueKind.Decimal => new TypeRef(ValueKind.Double),
            _ => this,
        };
}
