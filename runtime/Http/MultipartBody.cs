using System.Text;

namespace PowerConnectors.Http;

/// <summary>A form of several parts. Names are escaped as browsers do it, so that none can end the header that it stands in.</summary>
internal sealed class MultipartBody
{
    private readonly string _boundary = $"form-{Guid.NewGuid():N}";
    private bool _isEnded;

    /// <summary>The parts so far.</summary>
    public StreamedBody Body { get; } = new();

    public string MediaType => $"multipart/form-data; boundary={_boundary}";

    public void Append(string name, string value) => Append($"name=\"{Escape(name)}\"\r\n\r\n{value}\r\n");

    public void Append(string name, ConnectorFile file)
    {
        Append($"name=\"{Escape(name)}\"; filename=\"{Escape(file.FileName)}\"\r\nContent-Type: {file.ContentType}\r\n\r\n");
        Body.Append(file.Content, name);
        Body.Append("\r\n"u8.ToArray());
    }

    /// <summary>Ends the form, once.</summary>
    public void End()
    {
        if (!_isEnded)
        {
            _isEnded = true;
            Body.Append(Encoding.UTF8.GetBytes($"--{_boundary}--\r\n"));
        }
    }

    private void Append(string text) => Body.Append(Encoding.UTF8.GetBytes($"--{_boundary}\r\nContent-Disposition: form-data; {text}"));

    private static string Escape(string name) =>
        name.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
