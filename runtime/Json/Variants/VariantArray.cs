using System.Collections.ObjectModel;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>
/// The array variant of a collection that the service also sends as a dictionary. It reads both shapes; an alias read from a dictionary stays with its
/// element in memory. A request carries the array, and is refused if the service could not restore the aliases from it.
/// </summary>
/// <typeparam name="TElement">The elements.</typeparam>
public abstract class VariantArray<TElement> : Collection<TElement>, IVariant
    where TElement : class, IConnectorModel<TElement>, IKeyedElement
{
    private VariantShape _readFrom = VariantShape.Array;

    void IVariant.ReadElements(ref ModelReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            _readFrom = VariantShape.Dictionary;
            while (reader.NextKey(out string alias))
            {
                TElement element = reader.ReadModel<TElement>();
                element.Key = alias;
                Add(element);
            }

            return;
        }

        reader.Expect(JsonTokenType.StartArray, "an array or an object");
        while (reader.NextItem())
        {
            Add(reader.ReadModel<TElement>());
        }
    }

    void IVariant.WriteElements(ModelWriter writer)
    {
        string? reason = VariantKeys.WhyArrayLosesAliases(this);
        if (writer.Purpose.HasFlag(WritePurpose.Request))
        {
            if (reason is not null)
            {
                throw new BodyException(
                    reason,
                    "Leave the collection out to keep what the service has, or send elements that it can tell apart."
                );
            }
        }
        else if (SavesAsDictionary(reason))
        {
            VariantJson.WriteDictionary(writer, ByAlias());
            return;
        }

        VariantJson.WriteArray(writer, this);
    }

    private IEnumerable<KeyValuePair<string, TElement>> ByAlias()
    {
        foreach (TElement element in this)
        {
            yield return KeyValuePair.Create(element.Key!, element);
        }
    }

    // Saved, an array keeps the shape that it was read in, but never at the price of an alias or an element.
    private bool SavesAsDictionary(string? whyArrayLosesAliases)
    {
        int aliases = 0;
        HashSet<string> distinct = new(StringComparer.Ordinal);
        foreach (TElement element in this)
        {
            if (element.Key is { } alias)
            {
                aliases++;
                distinct.Add(alias);
            }
        }

        string? loss = aliases > 0 ? whyArrayLosesAliases : null;
        if (_readFrom == VariantShape.Array && loss is null)
        {
            return false;
        }

        if (aliases == Count && aliases == distinct.Count)
        {
            return true;
        }

        return loss is null ? false : throw new BodyException(loss, "Give every element an alias of its own.");
    }

    /// <summary>Fills a dictionary variant from this array.</summary>
    /// <typeparam name="TDictionary">The dictionary variant.</typeparam>
    /// <param name="target">An empty dictionary.</param>
    /// <param name="keySelector">Gives each element its alias; by default the one it was read with, else the one that the service derives from its id.</param>
    /// <returns><paramref name="target"/>.</returns>
    /// <exception cref="InvalidOperationException">Two elements have one alias, or an element has none.</exception>
    protected TDictionary CopyTo<TDictionary>(TDictionary target, Func<TElement, string>? keySelector = null)
        where TDictionary : VariantDictionary<TElement>
    {
        ArgumentNullException.ThrowIfNull(target);
        foreach (TElement element in this)
        {
            string? key = keySelector is null ? element.Key ?? element.DerivedKey : keySelector(element);
            if (key is null)
            {
                throw new InvalidOperationException("An element has no id to derive its alias from; use ToDictionary(keySelector).");
            }

            if (!target.TryAdd(key, element))
            {
                throw new InvalidOperationException(
                    $"Two elements have the alias '{key}'; use ToDictionary(keySelector) to tell them apart."
                );
            }
        }

        return target;
    }
}
