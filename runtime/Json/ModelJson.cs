using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>
/// A view of what a model holds beyond its typed properties. Undeclared members are kept as the bytes that the service sent and parsed when asked for;
/// an explicit <c>null</c> is told apart from an absent member, and what a typed property cannot hold is kept as it came.
/// </summary>
/// <example><code>JsonElement plan = flow.Json["plan"];  flow.Json.SetNull("templateName");</code></example>
public sealed class ModelJson
{
    private readonly ConnectorModel _model;

    internal ModelJson(ConnectorModel model) => _model = model;

    /// <summary>The names of the undeclared members, in the order in which they came.</summary>
    public IReadOnlyList<string> Names => UndeclaredMembers.Names(_model.Undeclared);

    /// <summary>An undeclared member, or the value of a declared one that the service sent and its type cannot hold, such as <c>"soon"</c> for a date.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <returns>Its value; a copy that lives as long as the caller wants it.</returns>
    /// <exception cref="KeyNotFoundException">There is no such member.</exception>
    /// <exception cref="ArgumentException">On setting: the member has a typed property, or the value is <see cref="JsonValueKind.Undefined"/>.</exception>
    public JsonElement this[string name]
    {
        get =>
            TryGetValue(name, out JsonElement value)
                ? value
                : throw new KeyNotFoundException($"'{name}' is not among the undeclared members of {_model.GetType().Name}.");
        set
        {
            ArgumentNullException.ThrowIfNull(name);
            if (_model.DeclaredMembers.IndexOf(name) >= 0)
            {
                throw new ArgumentException($"'{name}' is declared: set the property of {_model.GetType().Name} instead.", nameof(name));
            }

            if (value.ValueKind == JsonValueKind.Undefined)
            {
                throw new ArgumentException("The value is undefined; use Remove to take a member away.", nameof(value));
            }

            _model.Undeclared = UndeclaredMembers.Set(_model.Undeclared, name, value);
        }
    }

    /// <summary>Looks for an undeclared member, or for the value of a declared one that its type cannot hold.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="value">Its value, if there is one.</param>
    /// <returns>Whether there is such a member.</returns>
    public bool TryGetValue(string name, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_model.KeptUnfit(_model.DeclaredMembers.IndexOf(name)) is { } unfit)
        {
            value = JsonElement.Parse(unfit, JsonLimits.Parsing);
            return true;
        }

        return UndeclaredMembers.TryGet(_model.Undeclared, name, out value);
    }

    /// <summary>Takes an undeclared member away, or forgets that a declared one was explicitly <c>null</c> or had a value that its type cannot hold.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <returns>Whether there was anything to take away.</returns>
    public bool Remove(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int member = _model.DeclaredMembers.IndexOf(name);
        if (_model.IsNullKept(member) || _model.KeptUnfit(member) is not null)
        {
            _model.KeepAbsent(member);
            return true;
        }

        int before = Names.Count;
        _model.Undeclared = UndeclaredMembers.Remove(_model.Undeclared, name);
        return Names.Count < before;
    }

    /// <summary>
    /// Has the member written as <c>null</c>. For a declared member this holds while its property is unset: a value given to the property is written instead.
    /// </summary>
    /// <param name="name">The member's name on the wire.</param>
    public void SetNull(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_model.DeclaredMembers.IndexOf(name) is >= 0 and int member)
        {
            _model.KeepNull(member);
        }
        else
        {
            _model.Undeclared = UndeclaredMembers.Set(_model.Undeclared, name, JsonElement.Parse("null"u8));
        }
    }

    /// <summary>
    /// Whether the member was read as, or set to, an explicit <c>null</c>. For a declared member this is remembered while its property has a value, which is written instead;
    /// a declared member that may be any JSON holds the <c>null</c> itself.
    /// </summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <returns><see langword="false"/> if it is absent or was read with a value.</returns>
    public bool IsNull(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _model.IsNullKept(_model.DeclaredMembers.IndexOf(name))
            || (UndeclaredMembers.TryGet(_model.Undeclared, name, out JsonElement value) && value.ValueKind == JsonValueKind.Null);
    }

    /// <summary>
    /// Forgets every undeclared member, every explicit <c>null</c> and every value that does not fit its type of this object; objects inside it keep theirs.
    /// </summary>
    public void Clear()
    {
        _model.Undeclared = null;
        _model.ForgetWritten();
    }
}
