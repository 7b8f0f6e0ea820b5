using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PowerConnectors.Json;

/// <summary>
/// Makes System.Text.Json handle a generated model right where it is given no serializer context, instead of by reflection over its properties.
/// </summary>
/// <remarks>
/// It makes the converter itself: had it named the converter's type, as its base allows, then the serializer would stay in every AOT binary that holds the model.
/// </remarks>
/// <typeparam name="T">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelConverterAttribute<T> : JsonConverterAttribute
    where T : class, IConnectorModel<T>
{
    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new ModelConverter<T>();
}
