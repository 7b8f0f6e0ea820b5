using System.ComponentModel;

namespace PowerConnectors.Json;

/// <summary>
/// An open enumeration: the values that the document names, and any other string that the service sends. Generated types implement it.
/// </summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnumValue<TSelf>
    where TSelf : struct, IOpenEnumValue<TSelf>
{
    /// <summary>The value on the wire; <see langword="null"/> for <c>default</c>, which is never written.</summary>
    string? Value { get; }

    /// <summary>The values that the document names.</summary>
    static abstract OpenEnumValues Declared { get; }

    /// <summary>Makes the enumeration's value from the value on the wire.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The value.</returns>
    static abstract implicit operator TSelf(string value);
}
