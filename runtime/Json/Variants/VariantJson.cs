namespace PowerConnectors.Json;

/// <summary>Writes the two shapes of one collection.</summary>
internal static class VariantJson
{
    public static void WriteArray<T>(ModelWriter writer, IEnumerable<T> elements)
        where T : class, IConnectorModel<T> => writer.WriteList(elements, static (items, element) => items.WriteModel(element));

    public static void WriteDictionary<T>(ModelWriter writer, IEnumerable<KeyValuePair<string, T>> elements)
        where T : class, IConnectorModel<T> => writer.WriteDictionary(elements, static (items, element) => items.WriteModel(element));
}
