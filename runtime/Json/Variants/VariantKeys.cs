using System.ComponentModel;

namespace PowerConnectors.Json;

/// <summary>The rules by which a service derives the key of a dictionary from an element of an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VariantKeys
{
    /// <summary>What follows the last slash.</summary>
    /// <param name="value">A resource id such as <c>/providers/Microsoft.PowerApps/apis/shared_sql</c>.</param>
    /// <returns>Its last segment, or <see langword="null"/> if there is none.</returns>
    public static string? LastSegment(string? value)
    {
        string? segment = value?[(value.LastIndexOf('/') + 1)..];
        return string.IsNullOrEmpty(segment) ? null : segment;
    }

    internal static Dictionary<string, int> CountDerived<T>(IEnumerable<T> elements)
        where T : IKeyedElement
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (T element in elements)
        {
            if (element.DerivedKey is { } key)
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return counts;
    }

    /// <summary>Says why elements sent as an array would not come back under the aliases that they have; <see langword="null"/> if they would.</summary>
    internal static string? WhyArrayLosesAliases<T>(IReadOnlyCollection<T> elements)
        where T : IKeyedElement
    {
        Dictionary<string, int> counts = CountDerived(elements);
        List<string> lost = [];
        foreach (T element in elements)
        {
            if (element.Key is { } alias && alias != element.DerivedKey)
            {
                lost.Add(alias);
            }
        }

        foreach ((string alias, int count) in counts)
        {
            if (count > 1 && !lost.Contains(alias))
            {
                lost.Add(alias);
            }
        }

        return lost.Count == 0
            ? null
            : $"an array carries no aliases, and the service would rebuild these wrongly from the elements' ids: {string.Join(", ", lost)}";
    }
}
