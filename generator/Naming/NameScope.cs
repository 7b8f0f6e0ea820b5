namespace PowerConnectors.Generator.Naming;

/// <summary>
/// The names of one position, in which no two may be the same. What a name becomes depends on the element's own wire name and on what is reserved, not on
/// how many others there are or where they stand, so that a growing document renames nothing. The exception is a newcomer whose wire name gives the same C# name
/// and comes first in the order of <see cref="Identifiers.PlainFirst"/>: whoever depends on the name gives it in an overlay.
/// </summary>
internal sealed class NameScope(IEnumerable<string> reserved, StringComparer comparer)
{
    private readonly HashSet<string> _reserved = new(reserved, comparer);
    private readonly Dictionary<string, string> _owners = new(comparer);

    /// <summary>Gives out a name.</summary>
    /// <param name="name">The wanted name.</param>
    /// <param name="wireName">What the document calls the element; the same element always gets the same name.</param>
    /// <param name="suffix">What is appended where the name is reserved.</param>
    public string Take(string name, string wireName, string suffix)
    {
        string free = NameLength.Bound(name);
        while (_reserved.Contains(free))
        {
            free += suffix;
        }

        if (_owners.TryGetValue(free, out string? owner) && owner != wireName)
        {
            free = $"{free}_{Fingerprint.Digits(wireName)}";
        }

        _owners[free] = wireName;
        return free;
    }
}
