using System.Text.Encodings.Web;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>The names of a model's members as one encoder escapes them: done once, and not with each model that is written.</summary>
internal sealed class EscapedNames(string[] names, JavaScriptEncoder? encoder)
{
    private readonly JsonEncodedText[] _names = Array.ConvertAll(names, name => JsonEncodedText.Encode(name, encoder));

    public JavaScriptEncoder? Encoder { get; } = encoder;

    public JsonEncodedText this[int member] => _names[member];
}
