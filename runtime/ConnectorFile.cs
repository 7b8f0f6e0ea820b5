using PowerConnectors.Http;

namespace PowerConnectors;

/// <summary>A file to send in a form. Its content is read while it is sent, from where the stream stands, and the stream stays open.</summary>
/// <remarks>
/// A call is only tried again if every stream in it can seek, because it has to be read a second time.
/// </remarks>
public sealed class ConnectorFile
{
    private readonly string _contentType = "application/octet-stream";

    /// <summary>Names a stream as a file.</summary>
    /// <param name="content">The content.</param>
    /// <param name="fileName">The name that the service gets to know. It is sent as it is; what could end it in the form is escaped.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or the name is empty.</exception>
    public ConnectorFile(Stream content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        StreamedBody.CheckReadable(content, nameof(content));
        Content = content;
        FileName = fileName;
    }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The name that the service gets to know.</summary>
    public string FileName { get; }

    /// <summary>The content's media type; <c>application/octet-stream</c> unless set.</summary>
    /// <exception cref="ArgumentException">It is no media type.</exception>
    public string ContentType
    {
        get => _contentType;
        init => _contentType = MediaTypeText.Check(value, nameof(ContentType));
    }
}
