using System.ComponentModel;

namespace PowerConnectors.Json;

/// <summary>An element of a collection that the service sends as an array or as a dictionary. Generated types implement it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKeyedElement
{
    /// <summary>The key under which the element stood in a dictionary; never part of the element's own JSON.</summary>
    string? Key { get; set; }

    /// <summary>The key that the service gives the element when it has to make a dictionary from an array; <see langword="null"/> if it cannot be told.</summary>
    string? DerivedKey { get; }
}
