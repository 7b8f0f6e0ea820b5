using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>
/// The dictionary variant of a collection that the service also sends as an array: elements by alias. It reads both shapes. From an array each element gets
/// the alias that the service itself would derive; elements for which that is not unique are not given a guessed one but stand in <see cref="Unaliased"/>.
/// </summary>
/// <typeparam name="TElement">The elements.</typeparam>
public abstract class VariantDictionary<TElement> : Dictionary<string, TElement>, IVariant
    where TElement : class, IConnectorModel<TElement>, IKeyedElement
{
    // The elements in the order of the array that they were read from, if they were.
    private List<TElement>? _array;

    /// <summary>Makes an empty dictionary; aliases are compared ordinally.</summary>
    protected VariantDictionary()
        : base(StringComparer.Ordinal) { }

    /// <summary>Elements that came in an array and whose alias cannot be told: they have no id, or share it.</summary>
    public IList<TElement> Unaliased { get; } = [];

    void IVariant.ReadElements(ref ModelReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Expect(JsonTokenType.StartObject, "an object or an array");
            while (reader.NextKey(out string alias))
            {
                TElement element = reader.ReadModel<TElement>();
                element.Key = alias;
                this[alias] = element;
            }

            return;
        }

        List<TElement> elements = [];
        while (reader.NextItem())
        {
            elements.Add(reader.ReadModel<TElement>());
        }

        _array = elements;
        Dictionary<string, int> counts = VariantKeys.CountDerived(elements);
        foreach (TElement element in elements)
        {
            if (element.DerivedKey is { } alias && counts[alias] == 1)
            {
                Add(alias, element);
            }
            else
            {
                Unaliased.Add(element);
            }
        }
    }

    void IVariant.WriteElements(ModelWriter writer)
    {
        bool saving = !writer.Purpose.HasFlag(WritePurpose.Request);
        if (saving && _array is not null && HasDerivedAliases())
        {
            VariantJson.WriteArray(writer, InOrderOf(_array));
        }
        else if (Unaliased.Count > 0)
        {
            throw new BodyException(
                $"{Unaliased.Count} elements have no alias",
                $"Move them from {nameof(Unaliased)} into the dictionary."
            );
        }
        else
        {
            VariantJson.WriteDictionary(writer, this);
        }
    }

    private bool HasDerivedAliases()
    {
        foreach ((string alias, TElement element) in this)
        {
            if (alias != element.DerivedKey)
            {
                return false;
            }
        }

        return true;
    }

    // What was added since follows in its own order.
    private List<TElement> InOrderOf(List<TElement> array)
    {
        List<TElement> added = [.. Values, .. Unaliased];
        List<TElement> elements = [];
        foreach (TElement element in array)
        {
            if (added.Remove(element))
            {
                elements.Add(element);
            }
        }

        elements.AddRange(added);
        return elements;
    }

    /// <summary>Fills an array variant from this dictionary.</summary>
    /// <typeparam name="TArray">The array variant.</typeparam>
    /// <param name="target">An empty array.</param>
    /// <returns><paramref name="target"/>.</returns>
    /// <exception cref="InvalidOperationException">The service would not rebuild the aliases from the array; the message lists them.</exception>
    protected TArray CopyTo<TArray>(TArray target)
        where TArray : VariantArray<TElement>
    {
        ArgumentNullException.ThrowIfNull(target);
        foreach ((string alias, TElement element) in this)
        {
            element.Key = alias;
            target.Add(element);
        }

        foreach (TElement element in Unaliased)
        {
            target.Add(element);
        }

        return VariantKeys.WhyArrayLosesAliases(target) is { } reason
            ? throw new InvalidOperationException($"The dictionary cannot become an array: {reason}.")
            : target;
    }
}
