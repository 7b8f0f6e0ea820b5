namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>
/// Counts what a document becomes. Definitions that take over the members of others can make gigabytes of code of a small file, which would end the compiler
/// instead of telling anybody why.
/// </summary>
internal sealed class ModelSize
{
    /// <summary>How many types, members and values of enumerations there may be. The largest documents known have a tenth of it.</summary>
    public const int Max = 100_000;

    // A chain of four thousand links, each of which is a type with the members of all before, takes seconds.
    private const int MaxParts = 100 * Max;

    private int _count;
    private int _parts;

    /// <exception cref="TooLargeException">There are too many.</exception>
    public void Add(int count)
    {
        _count += count;
        if (_count > Max)
        {
            throw new TooLargeException();
        }
    }

    /// <summary>Counts the parts that the members of types are gathered from, again for each type.</summary>
    /// <inheritdoc cref="Add"/>
    public void AddParts(int count)
    {
        _parts += count;
        if (_parts > MaxParts)
        {
            throw new TooLargeException();
        }
    }
}

/// <summary>The document becomes more code than a compiler takes.</summary>
internal sealed class TooLargeException : Exception;
