namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>The order in which the parts of an <c>allOf</c> count, however deep they stand within one another.</summary>
internal static class PartOrder
{
    /// <summary>The parts, those of parts included, and the schema itself: what is nearest stands last. A part that leads back brings nothing new.</summary>
    public static IEnumerable<T> Of<T>(T schema, Func<T, IEnumerable<T>> partsOf)
        where T : class
    {
        HashSet<T> seen = [schema];
        Stack<(T Schema, IEnumerator<T> Parts)> way = new();
        way.Push((schema, partsOf(schema).GetEnumerator()));
        while (way.Count > 0)
        {
            (T at, IEnumerator<T> parts) = way.Peek();
            if (!parts.MoveNext())
            {
                way.Pop();
                yield return at;
            }
            else if (seen.Add(parts.Current))
            {
                way.Push((parts.Current, partsOf(parts.Current).GetEnumerator()));
            }
        }
    }
}
