using System.Runtime.CompilerServices;

namespace PowerConnectors.Http;

public sealed partial class ConnectorRequest
{
    private List<(string Name, string Value)>? _headers;

    internal IReadOnlyList<(string Name, string Value)> Headers => _headers ?? [];

    /// <summary>What the caller says the body is, in place of what the document says; <see langword="null"/> for the document.</summary>
    internal string? ContentType { get; private set; }

    /// <summary>The media types that the answer may have; <see langword="null"/> for JSON.</summary>
    internal string? Accept { get; private set; }

    /// <summary>Appends a header, unless it has no value.</summary>
    /// <param name="name">The header's name on the wire.</param>
    /// <param name="value">What the caller passed; <see langword="null"/> leaves the header out.</param>
    /// <exception cref="ArgumentException">The value holds what no header can: a control character, or one that is not ASCII.</exception>
    public void AppendHeader(string name, object? value)
    {
        if (value is null)
        {
            return;
        }

        string text = QueryText.From(value, name);
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException(
                $"The value cannot be sent with {OperationName}: a header holds only ASCII, and no line ends.",
                ParameterName(name)
            );
        }

        if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            ContentType = MediaTypeText.Check(text, name);
        }
        else if (name.Equals("Accept", StringComparison.OrdinalIgnoreCase))
        {
            Accept = text;
        }
        else
        {
            (_headers ??= []).Add((name, text));
        }
    }

    /// <summary>Appends a header that the operation requires.</summary>
    /// <param name="name">The header's name on the wire.</param>
    /// <param name="value">What the caller passed.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions; the compiler fills it in.</param>
    /// <exception cref="ArgumentException">There is no value, or it holds what no header can.</exception>
    public void RequireHeader(string name, object? value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is null)
        {
            throw new ArgumentNullException(ParameterName(parameter));
        }

        AppendHeader(name, value);
    }

    /// <summary>Whether the answer is handed on unread.</summary>
    internal bool StreamsAnswer { get; set; }

    /// <summary>Says what the answer may be, unless the caller did.</summary>
    internal void AcceptByDefault(string mediaTypes) => Accept ??= mediaTypes;
}
