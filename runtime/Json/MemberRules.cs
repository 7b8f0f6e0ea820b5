namespace PowerConnectors.Json;

/// <summary>What the document says of a member besides its name and type.</summary>
[Flags]
internal enum MemberRules
{
    /// <summary>Written when it has a value.</summary>
    None = 0,

    /// <summary><c>readOnly</c>: left out of request bodies, kept when a model is saved.</summary>
    ReadOnly = 1,

    /// <summary><c>required</c>: a request body without it is refused before anything is sent.</summary>
    Required = 2,

    /// <summary>Required, and of a C# type that has no way to say that the member was absent.</summary>
    RequiredValue = 4,
}
