namespace PowerConnectors.Generator.Naming;

/// <summary>
/// The names of one position, in which no two may be the same. What a name becomes depends on the element's own wire name and on what is reserved, not on
/// how many others there are or where they stand, so that a growing document renames nothing. The exception is a newcomer whose wire name gives the same C# name
/// and comes first in the order of <see cref="Identifiers.PlainFirst"/>: whoever depends on the name gives it in an overlay.
/// </summary>
internal sealed class NameScope(string[] reserved, StringComparer comparer)
{
    private readonly Dictionary<string, string> _owners = new(comparer);

    /// <summary>Gives out a name.</summary>
    /// <param name="name">The wanted name.</param>
    /// <param name="wireName">What the document calls the element; the same element always gets the same name.</param>
    /// <param name="suffix">What is appended where the name is reserved.</param>
    /// <param name="ending">What the name ends with whatever happens to it.</param>
    public string Take(string name, string wireName, string suffix, string ending = "")
    {
        string wanted = NameLength.Bound(name);
        while (IsReserved(wanted + ending))
        {
            wanted += suffix;
        }

        // Two texts can have the same digits, and a document can give a name that looks as if it had some.
        string free = wanted + ending;
        for (int rounds = 1; !IsFree(free, wireName); rounds++)
        {
            free = $"{wanted}_{Fingerprint.Digits(wireName, rounds)}{ending}";
        }

        _owners[free] = wireName;
        return free;
    }

    /// <summary>The wire name of the element that has the name, if one has it.</summary>
    public string? FindOwner(string name) => _owners.TryGetValue(name, out string? owner) ? owner : null;

    /// <summary>Whether the element can have the name as it stands.</summary>
    public bool IsFree(string name, string wireName) =>
        !IsReserved(name) && (!_owners.TryGetValue(name, out string? owner) || owner == wireName);

    // There are few, and a scope for each class.
    private bool IsReserved(string name) => reserved.Contains(name, comparer);
}
