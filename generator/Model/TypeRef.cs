namespace PowerConnectors.Generator.Model;

/// <summary>What a value is in C#.</summary>
internal enum ValueKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    DateTimeOffset,

    /// <summary>Any JSON.</summary>
    Element,

    /// <summary>A generated open enumeration.</summary>
    Enum,

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
        Kind is ValueKind.Boolean or ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double or ValueKind.DateTimeOffset;

    public bool IsValueType => IsPlainValueType || Kind is ValueKind.Element or ValueKind.Enum;
}
