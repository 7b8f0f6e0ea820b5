using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>
/// What a generated property of free JSON holds: the bytes as they came, parsed when somebody looks at them. Most programs that list or save flows never look
/// at a definition, and parsing it takes more time and memory than all else in an answer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct LazyJson
{
    // The bytes, or the parsed value in a box: one reference, so that callers on several threads see one or the other.
    private object? _state;

    /// <summary>Holds a value that somebody has set.</summary>
    /// <param name="value">The value; <see langword="null"/> for none.</param>
    public LazyJson(JsonElement? value) => _state = value is { ValueKind: not JsonValueKind.Undefined } ? value : null;

    internal LazyJson(ReadOnlySpan<byte> utf8Json) => _state = utf8Json.ToArray();

    /// <summary>Whether there is no value. JSON's <c>null</c> is one.</summary>
    public readonly bool IsUndefined => _state is null;

    /// <summary>The value; <see langword="null"/> for none.</summary>
    public JsonElement? Value => IsUndefined ? null : ValueOrDefault;

    /// <summary>The value; <c>default</c> for none.</summary>
    public JsonElement ValueOrDefault
    {
        get
        {
            if (_state is byte[] json)
            {
                _state = JsonElement.Parse(json, JsonLimits.Parsing);
            }

            return _state is JsonElement value ? value : default;
        }
    }

    internal readonly ReadOnlySpan<byte> Utf8 =>
        _state switch
        {
            byte[] json => json,
            JsonElement value => JsonMarshal.GetRawUtf8Value(value),
            _ => [],
        };
}
