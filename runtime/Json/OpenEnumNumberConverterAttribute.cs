using System.ComponentModel;
using System.Numerics;
using System.Text.Json.Serialization;

namespace PowerConnectors.Json;

/// <summary>Makes System.Text.Json handle a generated enumeration as its number. Why it makes the converter itself, see <see cref="ModelConverterAttribute{T}"/>.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <typeparam name="TNumber">What its values are.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Struct)]
public sealed class OpenEnumNumberConverterAttribute<T, TNumber> : JsonConverterAttribute
    where T : struct, IOpenEnumNumber<T, TNumber>
    where TNumber : struct, INumber<TNumber>
{
    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new OpenEnumNumberConverter<T, TNumber>();
}
