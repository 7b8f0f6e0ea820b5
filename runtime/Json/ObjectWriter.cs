using System.ComponentModel;
using System.Text;

namespace PowerConnectors.Json;

/// <summary>Writes the members of one object by the rules that the document gives them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct ObjectWriter
{
    private readonly ModelWriter _writer;
    private readonly ConnectorModel _model;

    internal ObjectWriter(ModelWriter writer, ConnectorModel model)
    {
        _writer = writer;
        _model = model;
    }

    /// <summary>Writes a member that is a string.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="value">Its value; <see langword="null"/> for none.</param>
    /// <param name="rules">What the document says of it.</param>
    public void WriteString(ReadOnlySpan<byte> name, string? value, MemberRules rules = MemberRules.None)
    {
        if (Takes(name, value is not null, rules))
        {
            _writer.Json.WriteString(name, value);
        }
    }

    /// <summary>Writes a member that is a boolean.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteBoolean(ReadOnlySpan<byte> name, bool? value, MemberRules rules = MemberRules.None)
    {
        if (TakesValue(name, value, rules))
        {
            _writer.Json.WriteBoolean(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a point in time.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDateTimeOffset(ReadOnlySpan<byte> name, DateTimeOffset? value, MemberRules rules = MemberRules.None)
    {
        if (TakesValue(name, value, rules))
        {
            _writer.WriteDateTimeOffset(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that may be any JSON.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteLazy(ReadOnlySpan<byte> name, LazyJson value, MemberRules rules = MemberRules.None)
    {
        if (Begin(name, !value.IsUndefined, rules))
        {
            RawJson.Write(_writer.Json, value.Utf8);
        }
    }

    /// <summary>Writes a member that is a value of an open enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="WriteString"/>
    public void WriteEnum<T>(ReadOnlySpan<byte> name, T? value, MemberRules rules = MemberRules.None)
        where T : struct, IOpenEnumValue<T>
    {
        string? text = value.GetValueOrDefault().Value;
        if (Takes(name, text is not null, rules))
        {
            _writer.Json.WriteString(name, text);
        }
    }

    /// <summary>Writes a member that is a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <inheritdoc cref="WriteString"/>
    public void WriteModel<T>(ReadOnlySpan<byte> name, T? value, MemberRules rules = MemberRules.None)
        where T : class, IConnectorModel<T>
    {
        if (Begin(name, value is not null, rules))
        {
            _writer.WriteModel(value);
        }
    }

    /// <summary>Writes a member that is an array.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="items">Its items; <see langword="null"/> for no member, which an empty list is not.</param>
    /// <param name="writeItem">Writes one item.</param>
    /// <param name="rules">What the document says of it.</param>
    public void WriteList<T>(ReadOnlySpan<byte> name, IEnumerable<T>? items, WriteValue<T> writeItem, MemberRules rules = MemberRules.None)
    {
        if (Begin(name, items is not null, rules))
        {
            _writer.WriteList(items!, writeItem);
        }
    }

    /// <summary>Writes a member that is a dictionary.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="items">Its entries; <see langword="null"/> for no member, which an empty dictionary is not.</param>
    /// <param name="writeItem">Writes one value.</param>
    /// <param name="rules">What the document says of it.</param>
    public void WriteDictionary<T>(
        ReadOnlySpan<byte> name,
        IEnumerable<KeyValuePair<string, T>>? items,
        WriteValue<T> writeItem,
        MemberRules rules = MemberRules.None
    )
    {
        if (Begin(name, items is not null, rules))
        {
            _writer.WriteDictionary(items!, writeItem);
        }
    }

    /// <summary>Writes into a request body what the document has sent for a member that nobody has set.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <param name="json">The value, as JSON.</param>
    /// <returns>Whether it was written: not if this is no request, or if it was said that the member is null or absent.</returns>
    public bool WriteDefault(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        if (!_writer.Purpose.HasFlag(WritePurpose.Request) || (_model.Notes is not null && _model.IsValueless(name)))
        {
            return false;
        }

        _writer.Json.WritePropertyName(name);
        RawJson.Write(_writer.Json, json);
        return true;
    }

    /// <summary>Writes the members that the document does not declare, and ends the object.</summary>
    public void End()
    {
        if (_model.Undeclared is { } undeclared && !_writer.Purpose.HasFlag(WritePurpose.DeclaredOnly))
        {
            UndeclaredMembers.WriteMembers(_writer.Json, undeclared);
        }

        _writer.Json.WriteEndObject();
    }

    private bool Begin(ReadOnlySpan<byte> name, bool hasValue, MemberRules rules) => Takes(name, hasValue, rules) && WriteName(name);

    private bool BeginValue<T>(ReadOnlySpan<byte> name, T? value, MemberRules rules)
        where T : struct => TakesValue(name, value, rules) && WriteName(name);

    private bool WriteName(ReadOnlySpan<byte> name)
    {
        _writer.Json.WritePropertyName(name);
        return true;
    }

    // A required member of a value type that the service did not send reads as 0 or false, and must not be written as if it had been sent.
    private bool TakesValue<T>(ReadOnlySpan<byte> name, T? value, MemberRules rules)
        where T : struct
    {
        bool absent =
            _model.Notes is not null
            && rules.HasFlag(MemberRules.Required)
            && EqualityComparer<T>.Default.Equals(value.GetValueOrDefault(), default)
            && _model.IsValueless(name);
        return Takes(name, value is not null && !absent, rules);
    }

    // Whether the caller is to write the member: name and value in one go are written faster than one after the other.
    private bool Takes(ReadOnlySpan<byte> name, bool hasValue, MemberRules rules)
    {
        if (_writer.Purpose.HasFlag(WritePurpose.Request) && rules.HasFlag(MemberRules.ReadOnly))
        {
            return false;
        }

        if (!hasValue)
        {
            WriteValueless(name, rules);
        }

        return hasValue;
    }

    private void WriteValueless(ReadOnlySpan<byte> name, MemberRules rules)
    {
        if (_model.Notes is not null && _model.IsNullKept(name))
        {
            _writer.Json.WriteNull(name);
        }
        else if (_model.Notes is not null && _model.KeptUnfit(name) is { } unfit)
        {
            _writer.Json.WritePropertyName(name);
            RawJson.Write(_writer.Json, unfit);
        }
        else if (_writer.Purpose.HasFlag(WritePurpose.Request) && rules.HasFlag(MemberRules.Required))
        {
            throw new BodyException("a required member has no value", "Set it and call again.", Encoding.UTF8.GetString(name));
        }
    }
}
