using System.ComponentModel;
using System.Numerics;

namespace PowerConnectors.Json;

/// <summary>
/// An open enumeration of numbers: the values that the document names, and any other number that the service sends. Generated types implement it.
/// </summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
/// <typeparam name="TNumber">What its values are.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnumNumber<TSelf, TNumber>
    where TSelf : struct, IOpenEnumNumber<TSelf, TNumber>
    where TNumber : struct, INumber<TNumber>
{
    /// <summary>The number on the wire; <see langword="null"/> for <c>default</c>, which is never written.</summary>
    TNumber? Value { get; }

    /// <summary>Makes the enumeration's value from the number on the wire.</summary>
    /// <param name="value">The number on the wire.</param>
    /// <returns>The value.</returns>
    static abstract implicit operator TSelf(TNumber value);
}
