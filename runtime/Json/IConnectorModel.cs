using System.ComponentModel;

namespace PowerConnectors.Json;

/// <summary>The JSON code that the generator emits for one model. Generated types implement it; nothing else needs to.</summary>
/// <typeparam name="TSelf">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConnectorModel<TSelf>
    where TSelf : class, IConnectorModel<TSelf>
{
    /// <summary>Reads the value that <paramref name="reader"/> stands on.</summary>
    /// <param name="reader">The reader, on the first token of the value; afterwards on its last.</param>
    /// <returns>The model, complete.</returns>
    /// <exception cref="System.Text.Json.JsonException">The JSON is malformed or of another type than the document declares.</exception>
    static abstract TSelf ReadJson(ref ModelReader reader);

    /// <summary>Writes <paramref name="value"/> as one JSON value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The model.</param>
    static abstract void WriteJson(ModelWriter writer, TSelf value);
}
