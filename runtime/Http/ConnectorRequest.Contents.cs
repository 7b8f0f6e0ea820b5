using System.Collections;
using System.Text;

namespace PowerConnectors.Http;

public sealed partial class ConnectorRequest
{
    private StringBuilder? _fields;
    private MultipartBody? _parts;

    /// <summary>The body, where it is read while it is sent; <see langword="null"/> for none.</summary>
    internal StreamedBody? Streamed { get; private set; }

    /// <summary>What the body is, as the document says.</summary>
    internal string BodyType { get; private set; } = "application/json";

    /// <summary>What is said of the body. How a form is written is ours to know, so nobody else says what such a body is.</summary>
    internal string TypeOfBody => _parts is null && _fields is null ? ContentType ?? BodyType : BodyType;

    /// <summary>Sets text as the body.</summary>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <param name="text">The text; <see langword="null"/> for a request without a body.</param>
    /// <param name="mediaType">What the document says the text is. It is sent as UTF-8.</param>
    public void SetText(string parameter, string? text, string mediaType)
    {
        if (text is not null)
        {
            CheckUnicode(text, parameter);
            Body = Encoding.UTF8.GetBytes(text);
            BodyType = $"{mediaType}; charset=utf-8";
        }
    }

    /// <summary>Sets a stream as the body. It is read while it is sent, and stays open.</summary>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <param name="content">The stream, read from where it stands; <see langword="null"/> for a request without a body.</param>
    /// <param name="mediaType">What the document says the content is.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public void SetContent(string parameter, Stream? content, string mediaType)
    {
        if (content is not null)
        {
            Streamed = new StreamedBody();
            Streamed.Append(content, parameter);
            BodyType = mediaType;
        }
    }

    /// <summary>Appends a field to a form, unless it has no value.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="value">What the caller passed; <see langword="null"/> leaves the field out.</param>
    /// <exception cref="ArgumentException">The value is no valid Unicode.</exception>
    public void AppendField(string name, object? value)
    {
        if (value is null)
        {
            return;
        }

        _fields ??= new StringBuilder();
        _fields.Append(_fields.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=');
        _fields.Append(Escape(QueryText.From(value, name), name));
        Body = Encoding.UTF8.GetBytes(_fields.ToString());
        BodyType = "application/x-www-form-urlencoded";
    }

    /// <summary>Appends a field to a form of several parts, unless it has no value.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="value">What the caller passed; <see langword="null"/> leaves the field out.</param>
    /// <exception cref="ArgumentException">The value is no valid Unicode.</exception>
    public void AppendPart(string name, object? value)
    {
        if (value is not null)
        {
            string text = QueryText.From(value, name);
            CheckUnicode(text, name);
            Parts.Append(name, text);
        }
    }

    /// <summary>Appends a file to a form of several parts, unless there is none. It is read while it is sent.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="file">The file; <see langword="null"/> leaves the field out.</param>
    /// <exception cref="ArgumentException">The file's name is no valid Unicode.</exception>
    public void AppendFile(string name, ConnectorFile? file)
    {
        if (file is not null)
        {
            CheckUnicode(file.FileName, name);
            Parts.Append(name, file);
        }
    }

    /// <summary>Appends a file to a form of several parts for each item of a list. They are read while they are sent.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="files">The files; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A file is null, or its name is no valid Unicode.</exception>
    public void AppendFileEach(string name, IEnumerable<ConnectorFile>? files)
    {
        foreach (ConnectorFile? file in files ?? [])
        {
            AppendFile(name, file ?? throw new ArgumentException("An item is null.", ParameterName(name)));
        }
    }

    /// <summary>Appends a field to a form for each item of a list.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="values">The items; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A value is no valid Unicode.</exception>
    public void AppendFieldEach(string name, IEnumerable? values)
    {
        foreach (string text in Texts(name, values))
        {
            AppendField(name, text);
        }
    }

    /// <summary>Appends a field to a form of several parts for each item of a list.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="values">The items; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">A value is no valid Unicode.</exception>
    public void AppendPartEach(string name, IEnumerable? values)
    {
        foreach (string text in Texts(name, values))
        {
            AppendPart(name, text);
        }
    }

    private MultipartBody Parts
    {
        get
        {
            if (_parts is null)
            {
                _parts = new MultipartBody();
                Streamed = _parts.Body;
                BodyType = _parts.MediaType;
            }

            return _parts;
        }
    }
}
