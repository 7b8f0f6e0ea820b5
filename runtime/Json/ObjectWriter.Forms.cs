namespace PowerConnectors.Json;

// Members that are written in the form in which they were read, as long as they have that value.
public readonly partial struct ObjectWriter
{
    /// <summary>Writes a member that is a whole number.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteInt64(ReadOnlySpan<byte> name, long? value, MemberRules rules = MemberRules.None)
    {
        if (BeginValue(name, value, rules) && !WriteForm(name, value.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.WriteInt64(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a number.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDouble(ReadOnlySpan<byte> name, double? value, MemberRules rules = MemberRules.None)
    {
        if (BeginValue(name, value, rules) && !WriteForm(name, value.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.WriteDouble(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a decimal number.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDecimal(ReadOnlySpan<byte> name, decimal? value, MemberRules rules = MemberRules.None)
    {
        if (BeginValue(name, value, rules) && !WriteForm(name, value.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.Json.WriteNumberValue(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a value of an open enumeration of whole numbers.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="WriteString"/>
    public void WriteInt64Enum<T>(ReadOnlySpan<byte> name, T? value, MemberRules rules = MemberRules.None)
        where T : struct, IOpenEnumNumber<T, long>
    {
        long? number = value.GetValueOrDefault().Value;
        if (Begin(name, number is not null, rules) && !WriteForm(name, number.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.WriteInt64(number.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a value of an open enumeration of numbers.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDoubleEnum<T>(ReadOnlySpan<byte> name, T? value, MemberRules rules = MemberRules.None)
        where T : struct, IOpenEnumNumber<T, double>
    {
        double? number = value.GetValueOrDefault().Value;
        if (Begin(name, number is not null, rules) && !WriteForm(name, number.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.WriteDouble(number.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a date.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDateOnly(ReadOnlySpan<byte> name, DateOnly? value, MemberRules rules = MemberRules.None)
    {
        if (BeginValue(name, value, rules) && !WriteForm(name, value.GetValueOrDefault(), TextForm.Says))
        {
            _writer.WriteString(TextForm.From(value.GetValueOrDefault()));
        }
    }

    /// <summary>Writes a member that is a UUID.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteGuid(ReadOnlySpan<byte> name, Guid? value, MemberRules rules = MemberRules.None)
    {
        if (BeginValue(name, value, rules) && !WriteForm(name, value.GetValueOrDefault(), TextForm.Says))
        {
            _writer.Json.WriteStringValue(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is an address, as it was given.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteUri(ReadOnlySpan<byte> name, Uri? value, MemberRules rules = MemberRules.None) =>
        WriteString(name, value?.OriginalString, rules);

    /// <summary>Writes a member that is bytes, in base64.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteBytes(ReadOnlySpan<byte> name, byte[]? value, MemberRules rules = MemberRules.None)
    {
        if (Begin(name, value is not null, rules) && !WriteForm(name, value!, static (token, bytes) => TextForm.Says(token, bytes)))
        {
            _writer.Json.WriteBase64StringValue(value);
        }
    }

    private bool WriteForm<T>(ReadOnlySpan<byte> name, T value, Func<ReadOnlySpan<byte>, T, bool> says)
    {
        if (_model.Notes is null || _model.KeptForm(name) is not { } token || !says(token, value))
        {
            return false;
        }

        RawJson.Write(_writer.Json, token);
        return true;
    }
}
