using System.Globalization;

namespace PowerConnectors.Corpus.Tests.Hostile;

/// <summary>Hands out the texts of a document, one after the other.</summary>
/// <param name="texts">The texts; from the beginning again when there are no more. None: harmless ones.</param>
internal sealed class Texts(IReadOnlyList<string>? texts)
{
    private int _count;

    /// <summary>Any text.</summary>
    public string Any()
    {
        int number = _count++;
        return texts is null ? string.Create(CultureInfo.InvariantCulture, $"w{number}") : texts[number % texts.Count];
    }

    /// <summary>A text that stands only once, so that two names are never one.</summary>
    public string Name()
    {
        int number = _count;
        string text = Any();
        string own = string.Create(CultureInfo.InvariantCulture, $"n{number}");
        return number % 2 == 0 ? text + own : own + text;
    }

    /// <summary>A name without what has a meaning in a path.</summary>
    public string PathName() => string.Concat(Name().Where(static c => c is not ('{' or '}' or '/' or '?' or '#')));
}
