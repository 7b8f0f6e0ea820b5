using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PowerConnectors.Json;

/// <summary>Makes System.Text.Json handle a generated enumeration as its string. Why it makes the converter itself, see <see cref="ModelConverterAttribute{T}"/>.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Struct)]
public sealed class OpenEnumConverterAttribute<T> : JsonConverterAttribute
    where T : struct, IOpenEnumValue<T>
{
    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new OpenEnumConverter<T>();
}
