using System.Collections;

namespace PowerConnectors.Http;

public sealed partial class ConnectorRequest
{
    /// <summary>A list as one text.</summary>
    /// <param name="name">The parameter's name on the wire, for exceptions.</param>
    /// <param name="values">The items.</param>
    /// <param name="separator">What stands between two items.</param>
    /// <returns>The text; <see langword="null"/> for no list or an empty one.</returns>
    /// <exception cref="ArgumentException">An item holds the separator, and would arrive as two.</exception>
    public string? Join(string name, IEnumerable? values, char separator)
    {
        List<string> texts = Texts(name, values);
        return texts.Exists(text => text.Contains(separator, StringComparison.Ordinal))
                ? throw new ArgumentException(
                    $"An item holds '{separator}', which {OperationName} has between two items: it would arrive as two.",
                    ParameterName(name)
                )
            : texts.Count == 0 ? null
            : string.Join(separator, texts);
    }

    /// <summary>Appends a query parameter for each item of a list.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="values">The items; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A value is no valid Unicode.</exception>
    public void AppendQueryEach(string name, IEnumerable? values)
    {
        foreach (string text in Texts(name, values))
        {
            AppendQuery(name, text);
        }
    }

    /// <summary>Appends a parameter to the path that the service decodes twice.</summary>
    /// <param name="name">The parameter's name, for exceptions.</param>
    /// <param name="value">What the caller passed.</param>
    /// <exception cref="ArgumentException">The value is empty or no valid Unicode.</exception>
    public void AppendTwiceEncodedPathParameter(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, ParameterName(name));
        AppendPathParameter(name, Escape(value, name));
    }

    private static List<string> Texts(string name, IEnumerable? values)
    {
        List<string> texts = [];
        foreach (object? value in values ?? Array.Empty<object>())
        {
            texts.Add(QueryText.From(value ?? throw new ArgumentException("An item is null.", ParameterName(name)), name));
        }

        return texts;
    }
}
