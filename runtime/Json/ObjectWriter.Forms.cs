namespace PowerConnectors.Json;

// Members that are written in the form in which they were read, as long as they have that value.
public readonly ref partial struct ObjectWriter
{
    /// <summary>Writes a member that is a whole number.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteInt64(int member, long? value)
    {
        if (BeginValue(member, value) && !WriteForm(member, value.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.WriteInt64(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a number.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDouble(int member, double? value)
    {
        if (BeginValue(member, value) && !WriteForm(member, value.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.WriteDouble(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a decimal number.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDecimal(int member, decimal? value)
    {
        if (BeginValue(member, value) && !WriteForm(member, value.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.Json.WriteNumberValue(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a value of an open enumeration of whole numbers.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="WriteString"/>
    public void WriteInt64Enum<T>(int member, T? value)
        where T : struct, IOpenEnumNumber<T, long>
    {
        long? number = value.GetValueOrDefault().Value;
        if (Begin(member, number is not null) && !WriteForm(member, number.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.WriteInt64(number.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a value of an open enumeration of numbers.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDoubleEnum<T>(int member, T? value)
        where T : struct, IOpenEnumNumber<T, double>
    {
        double? number = value.GetValueOrDefault().Value;
        if (Begin(member, number is not null) && !WriteForm(member, number.GetValueOrDefault(), NumberToken.Says))
        {
            _writer.WriteDouble(number.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a date.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteDateOnly(int member, DateOnly? value)
    {
        if (BeginValue(member, value) && !WriteForm(member, value.GetValueOrDefault(), TextForm.Says))
        {
            _writer.WriteString(TextForm.From(value.GetValueOrDefault()));
        }
    }

    /// <summary>Writes a member that is a UUID.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteGuid(int member, Guid? value)
    {
        if (BeginValue(member, value) && !WriteForm(member, value.GetValueOrDefault(), TextForm.Says))
        {
            _writer.Json.WriteStringValue(value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is an address, as it was given.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteUri(int member, Uri? value) => WriteString(member, value?.OriginalString);

    /// <summary>Writes a member that is bytes, in base64.</summary>
    /// <inheritdoc cref="WriteString"/>
    public void WriteBytes(int member, byte[]? value)
    {
        if (Begin(member, value is not null) && !WriteForm(member, value!, static (token, bytes) => TextForm.Says(token, bytes)))
        {
            _writer.Json.WriteBase64StringValue(value);
        }
    }

    private bool WriteForm<T>(int member, T value, Func<ReadOnlySpan<byte>, T, bool> says)
    {
        if (_model.Notes is null || _model.KeptForm(member) is not { } token || !says(token, value))
        {
            return false;
        }

        RawJson.Write(_writer.Json, token);
        return true;
    }
}
