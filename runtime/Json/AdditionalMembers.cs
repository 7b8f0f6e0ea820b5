using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>
/// A view of a model's undeclared members as the one type that the document gives them. They are kept as they came; those of another type are in
/// <see cref="ModelJson"/> only. What is got is a copy: set it again to have changes kept.
/// </summary>
/// <typeparam name="T">The members' type.</typeparam>
/// <example><code>thing.AdditionalProperties["color"] = "red";  foreach ((string name, string value) in thing.AdditionalProperties) ...</code></example>
public sealed class AdditionalMembers<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly ConnectorModel _model;
    private readonly ReadValue<T> _read;
    private readonly WriteValue<T> _write;

    /// <summary>Makes a view. Generated code does.</summary>
    /// <param name="model">The model.</param>
    /// <param name="read">Reads one member.</param>
    /// <param name="write">Writes one member.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AdditionalMembers(ConnectorModel model, ReadValue<T> read, WriteValue<T> write)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        _model = model;
        _read = read;
        _write = write;
    }

    /// <summary>A member.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="KeyNotFoundException">There is no undeclared member of this name, or it is of another type.</exception>
    /// <exception cref="ArgumentException">On setting: the member has a typed property, or the value cannot be written.</exception>
    public T this[string name]
    {
        get =>
            TryGetValue(name, out T? value)
                ? value
                : throw new KeyNotFoundException(
                    $"'{name}' is not among the undeclared members of {_model.GetType().Name}, or is no {typeof(T).Name}."
                );
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            try
            {
                _model.Json[name] = JsonElement.Parse(ModelWriter.WriteAll(value, _write, WritePurpose.Save), JsonLimits.Parsing);
            }
            catch (BodyException exception)
            {
                throw new ArgumentException(exception.Message, nameof(value), exception);
            }
        }
    }

    /// <summary>Looks for a member.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="value">Its value, if there is one.</param>
    /// <returns>Whether there is an undeclared member of this name and type.</returns>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(name);
        value = default;
        if (!UndeclaredMembers.TryGet(_model.Undeclared, name, out JsonElement json))
        {
            return false;
        }

        try
        {
            value = ModelReader.ReadAll(JsonMarshal.GetRawUtf8Value(json), _read, strict: false);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Takes a member away.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name) => TryGetValue(name, out _) && _model.Json.Remove(name);

    /// <summary>The members, in the order in which they came.</summary>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        HashSet<string> seen = [];
        foreach (string name in UndeclaredMembers.Names(_model.Undeclared))
        {
            if (seen.Add(name) && TryGetValue(name, out T? value))
            {
                yield return KeyValuePair.Create(name, value);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
