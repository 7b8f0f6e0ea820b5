using System.ComponentModel;
using System.Text;

namespace PowerConnectors.Json;

/// <summary>The values that the document names for an open enumeration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumValues
{
    private readonly string[] _values;
    private readonly NameIndex _index;

    /// <summary>Makes the table of an enumeration.</summary>
    /// <param name="values">The values on the wire.</param>
    public OpenEnumValues(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
        _index = new NameIndex(Array.ConvertAll(values, Encoding.UTF8.GetBytes));
    }

    internal string? Find(ReadOnlySpan<byte> value)
    {
        int index = _index.Find(value);
        return index < 0 ? null : _values[index];
    }
}
