namespace PowerConnectors.Json;

/// <summary>A collection that comes as an array or as a dictionary, and reads and writes either itself.</summary>
internal interface IVariant
{
    /// <summary>Reads either shape into this collection.</summary>
    /// <param name="reader">The reader, on the collection's first token; afterwards on its last.</param>
    void ReadElements(ref ModelReader reader);

    /// <summary>Writes the elements in the shape that the purpose demands.</summary>
    /// <param name="writer">Where to.</param>
    void WriteElements(ModelWriter writer);
}
