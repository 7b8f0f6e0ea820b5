using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using PowerConnectors.Json;

namespace PowerConnectors.Http;

/// <summary>
/// A request that generated code puts together: the path, the query and the body of one operation. Whatever a caller passes stays within the segment or the
/// value that it was passed for, and what is wrong is an <see cref="ArgumentException"/> before anything is sent.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ConnectorRequest
{
    private readonly StringBuilder _path;
    private readonly List<(int Position, string Name)> _parameters = [];
    private readonly WritePurpose _bodyPurpose;
    private List<string>? _secrets;
    private StringBuilder? _query;

    internal ConnectorRequest(string operationName, HttpMethod method, bool isRepeatable, string basePath, WritePurpose bodyPurpose)
    {
        OperationName = operationName;
        Method = method;
        IsRepeatable = isRepeatable;
        _path = new StringBuilder(basePath);
        _bodyPurpose = bodyPurpose;
    }

    internal string OperationName { get; }

    internal HttpMethod Method { get; }

    /// <summary>Whether sending the request twice leaves the service as sending it once does.</summary>
    internal bool IsRepeatable { get; }

    /// <summary>The body, written once so that it can be sent again; <see langword="null"/> for none.</summary>
    internal ReadOnlyMemory<byte>? Body { get; private set; }

    /// <summary>What of the path and the query no message may show.</summary>
    internal IReadOnlyList<string> Secrets => _secrets ?? [];

    internal string Path => _path.ToString();

    internal string PathAndQuery => string.Concat(Path, _query?.ToString());

    /// <summary>Appends what the document says literally.</summary>
    /// <param name="literal">Part of the path, as it goes on the wire.</param>
    public void AppendPath(string literal) => _path.Append(literal);

    /// <summary>Appends a parameter as a segment, or as part of one.</summary>
    /// <param name="name">The name of the C# parameter or property, for exceptions.</param>
    /// <param name="value">What the caller passed.</param>
    /// <exception cref="ArgumentException">The value is empty, or no valid Unicode.</exception>
    public void AppendPathParameter(string name, string value)
    {
        if (string.IsNullOrEmpty(value))
        {
            ArgumentException.ThrowIfNullOrEmpty(value, ParameterName(name));
        }

        _parameters.Add((_path.Length, name));
        _path.Append(Escape(value, name));
    }

    /// <inheritdoc cref="AppendPathParameter(string, string)"/>
    public void AppendPathParameter(string name, bool value) => AppendPathParameter(name, QueryText.From(value));

    /// <inheritdoc cref="AppendPathParameter(string, string)"/>
    public void AppendPathParameter(string name, long value) => AppendPathParameter(name, QueryText.From(value));

    /// <inheritdoc cref="AppendPathParameter(string, string)"/>
    public void AppendPathParameter(string name, double value) => AppendPathParameter(name, QueryText.From(value, name));

    /// <inheritdoc cref="AppendPathParameter(string, string)"/>
    public void AppendPathParameter(string name, DateTimeOffset value) => AppendPathParameter(name, QueryText.From(value));

    /// <inheritdoc cref="AppendPathParameter(string, string)"/>
    public void AppendPathParameter(string name, object value)
    {
        ArgumentNullException.ThrowIfNull(value, ParameterName(name));
        AppendPathParameter(name, QueryText.From(value, name));
    }

    /// <summary>Appends a query parameter, unless it has no value.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">What the caller passed; <see langword="null"/> leaves the parameter out.</param>
    /// <exception cref="ArgumentException">The value is no valid Unicode.</exception>
    public void AppendQuery(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        _query ??= new StringBuilder();
        _query.Append(_query.Length == 0 ? '?' : '&');
        _query.Append(QueryText.EscapeName(name)).Append('=').Append(Escape(value, name));
    }

    /// <inheritdoc cref="AppendQuery(string, string?)"/>
    public void AppendQuery(string name, bool? value) => AppendQuery(name, value is { } given ? QueryText.From(given) : null);

    /// <inheritdoc cref="AppendQuery(string, string?)"/>
    public void AppendQuery(string name, long? value) => AppendQuery(name, value is { } given ? QueryText.From(given) : null);

    /// <inheritdoc cref="AppendQuery(string, string?)"/>
    public void AppendQuery(string name, double? value) => AppendQuery(name, value is { } given ? QueryText.From(given, name) : null);

    /// <inheritdoc cref="AppendQuery(string, string?)"/>
    public void AppendQuery(string name, DateTimeOffset? value) => AppendQuery(name, value is { } given ? QueryText.From(given) : null);

    /// <inheritdoc cref="AppendQuery(string, string?)"/>
    public void AppendQuery(string name, object? value) => AppendQuery(name, value is null ? null : QueryText.From(value, name));

    /// <summary>Appends a query parameter that the operation requires.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">What the caller passed.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions; the compiler fills it in.</param>
    /// <exception cref="ArgumentNullException">There is no value.</exception>
    public void RequireQuery(string name, string value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is null)
        {
            throw new ArgumentNullException(ParameterName(parameter));
        }

        AppendQuery(name, value);
    }

    /// <summary>Says that a value of the path or the query gives access to whoever knows it: it is kept out of messages and logs.</summary>
    /// <param name="value">What the caller passed; <see langword="null"/> for nothing.</param>
    public void KeepSecret(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            (_secrets ??= []).Add(value);
        }
    }

    /// <summary>Writes a model as the body.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <param name="model">The model; <see langword="null"/> for a request without a body.</param>
    /// <exception cref="ArgumentException">The model must not be sent as it is; the message names the JSON path.</exception>
    public void SetBody<T>(string parameter, T? model)
        where T : class, IConnectorModel<T> => SetBody(parameter, model, static (writer, value) => writer.WriteModel(value));

    /// <summary>Writes a value that is no model as the body.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <param name="value">The value; <see langword="null"/> for a request without a body.</param>
    /// <param name="write">Writes the value.</param>
    /// <exception cref="ArgumentException">The value must not be sent as it is; the message names the JSON path.</exception>
    public void SetBody<T>(string parameter, T? value, WriteValue<T> write)
    {
        if (value is null)
        {
            return;
        }

        try
        {
            Body = ModelWriter.WriteAll(value, write, _bodyPurpose);
        }
        catch (BodyException exception)
        {
            throw new ArgumentException($"{OperationName} was not sent. {exception.Message}", parameter, exception);
        }
    }

    /// <summary>
    /// Checks the path as it was put together: a segment <c>.</c> or <c>..</c> names another resource, whoever of its parts brought the dots.
    /// </summary>
    /// <exception cref="ArgumentException">There is such a segment.</exception>
    internal ConnectorRequest Complete()
    {
        _parts?.End();
        string path = Path;
        foreach ((int position, string name) in _parameters)
        {
            int start = path.LastIndexOf('/', position - 1) + 1;
            int end = path.IndexOf('/', position);
            string segment = Uri.UnescapeDataString(path[start..(end < 0 ? path.Length : end)]);
            if (segment is "." or "..")
            {
                throw new ArgumentException(
                    $"'{segment}' cannot stand in the path of {OperationName}: it would name another resource.",
                    ParameterName(name)
                );
            }
        }

        return this;
    }

    private string Escape(string value, string name)
    {
        CheckUnicode(value, name);
        return Uri.EscapeDataString(value);
    }

    // Half a character would arrive as another one.
    private void CheckUnicode(string value, string name)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(value, i++))
            {
                throw new ArgumentException($"The value cannot be sent with {OperationName}: it is no valid Unicode.", ParameterName(name));
            }
        }
    }

    // Of an expression such as "@class" or "type.ToString()", the parameter's own name.
    private static string? ParameterName(string? expression) => expression?.TrimStart('@').Split('.')[0];
}
