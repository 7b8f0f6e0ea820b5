using System.Text.Json;

namespace PowerConnectors.Json;

// Members whose model remembers the form of their values, and values that their C# type cannot hold: services do not keep to every format they declare.
public ref partial struct ModelReader
{
    private const string DateTimeName = "a date and time such as 2024-01-31T23:59:59.1234567Z";

    /// <summary>Reads a string.</summary>
    /// <param name="owner">The model that the member belongs to. It remembers a <c>null</c>.</param>
    /// <returns>The value; <see langword="null"/> if that was sent.</returns>
    /// <exception cref="JsonException">The JSON is of another type.</exception>
    public readonly string? ReadString(ConnectorModel owner) => IsNull(owner) ? null : ReadString();

    /// <summary>Reads a boolean.</summary>
    /// <inheritdoc cref="ReadString(ConnectorModel)"/>
    public readonly bool? ReadBoolean(ConnectorModel owner) => IsNull(owner) ? null : ReadBoolean();

    /// <summary>Reads a value of an open enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="ReadString(ConnectorModel)"/>
    public readonly T? ReadEnum<T>(ConnectorModel owner)
        where T : struct, IOpenEnumValue<T> => IsNull(owner) ? (T?)null : ReadEnum<T>();

    /// <summary>Reads a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <inheritdoc cref="ReadString(ConnectorModel)"/>
    public T? ReadModel<T>(ConnectorModel owner)
        where T : class, IConnectorModel<T> => IsNull(owner) ? null : ReadModel<T>();

    /// <summary>Reads an array of models.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <inheritdoc cref="ReadString(ConnectorModel)"/>
    public IList<T>? ReadModels<T>(ConnectorModel owner)
        where T : class, IConnectorModel<T> => IsNull(owner) ? null : ReadModels<T>();

    /// <summary>Reads an array. Items that are <c>null</c> stay so where their type allows it.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="owner">The model that the member belongs to. It remembers a <c>null</c>.</param>
    /// <param name="readItem">Reads one item.</param>
    /// <inheritdoc cref="ReadString(ConnectorModel)"/>
    public IList<T>? ReadList<T>(ConnectorModel owner, ReadValue<T> readItem) => IsNull(owner) ? null : ReadList(readItem);

    /// <summary>Reads an object as a dictionary. Values that are <c>null</c> stay so where their type allows it.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="owner">The model that the member belongs to. It remembers a <c>null</c>.</param>
    /// <param name="readItem">Reads one value.</param>
    /// <inheritdoc cref="ReadString(ConnectorModel)"/>
    public IDictionary<string, T>? ReadDictionary<T>(ConnectorModel owner, ReadValue<T> readItem) =>
        IsNull(owner) ? null : ReadDictionary(readItem);

    /// <summary>Reads a whole number of 32 bits.</summary>
    /// <param name="owner">The model that the member belongs to. It remembers a <c>null</c>, a value in a form of its own, and one that does not fit.</param>
    /// <returns>The value; <see langword="null"/> if what was sent is that or does not fit.</returns>
    /// <exception cref="JsonException">The JSON is of another type or, if reading is strict, the value does not fit.</exception>
    public int? ReadInt32(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.Number, "a whole number"))
        {
            return null;
        }

        return _json.TryGetInt32(out int value)
            ? Keep(owner, value, NumberToken.IsWrittenAs(value, _json.ValueSpan))
            : KeepUnfit<int>(owner, "a whole number of 32 bits");
    }

    /// <summary>Reads a whole number of 64 bits.</summary>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public long? ReadInt64(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.Number, "a whole number"))
        {
            return null;
        }

        return _json.TryGetInt64(out long value)
            ? Keep(owner, value, NumberToken.IsWrittenAs(value, _json.ValueSpan))
            : KeepUnfit<long>(owner, "a whole number of 64 bits");
    }

    /// <summary>Reads a number; one beyond the range of a double is infinite in C#.</summary>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public double? ReadDouble(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.Number, "a number"))
        {
            return null;
        }

        double value = _json.GetDouble();
        return Keep(owner, value, NumberToken.IsWrittenAs(value, _json.ValueSpan));
    }

    /// <summary>Reads a decimal number, of up to 29 digits.</summary>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public decimal? ReadDecimal(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.Number, "a number"))
        {
            return null;
        }

        return _json.TryGetDecimal(out decimal value)
            ? Keep(owner, value, NumberToken.IsWrittenAs(value, _json.ValueSpan))
            : KeepUnfit<decimal>(owner, "a number in the range of a decimal");
    }

    /// <summary>Reads a value of an open enumeration of whole numbers.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public T? ReadInt64Enum<T>(ConnectorModel owner)
        where T : struct, IOpenEnumNumber<T, long> => ReadInt64(owner) is { } value ? (T)value : null;

    /// <summary>Reads a value of an open enumeration of numbers.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public T? ReadDoubleEnum<T>(ConnectorModel owner)
        where T : struct, IOpenEnumNumber<T, double> => ReadDouble(owner) is { } value ? (T)value : null;

    /// <summary>Reads a point in time as <see cref="ReadDateTimeOffset()"/> does.</summary>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public DateTimeOffset? ReadDateTimeOffset(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.String, DateTimeName))
        {
            return null;
        }

        return TryReadDateTimeOffset(out DateTimeOffset value) ? value : KeepUnfit<DateTimeOffset>(owner, DateTimeName);
    }

    /// <summary>Reads a date; of a date and time the date, as it is at the offset that was sent.</summary>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public DateOnly? ReadDateOnly(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.String, "a date"))
        {
            return null;
        }

        return TextForm.TryParse(_json.GetString()!, out DateOnly value)
            ? Keep(owner, value, _json.ValueSpan.Length == TextForm.DateLength)
            : KeepUnfit<DateOnly>(owner, "a date such as 2024-01-31");
    }

    /// <summary>Reads a UUID in any usual form.</summary>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public Guid? ReadGuid(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.String, "a UUID"))
        {
            return null;
        }

        return Guid.TryParse(_json.GetString(), out Guid value)
            ? Keep(owner, value, TextForm.IsWrittenAs(value, _json.ValueSpan))
            : KeepUnfit<Guid>(owner, "a UUID such as 01234567-89ab-cdef-0123-456789abcdef");
    }

    /// <summary>Reads an address, absolute or not, which is written as it was read.</summary>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public Uri? ReadUri(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.String, "an address"))
        {
            return null;
        }

        if (Uri.TryCreate(_json.GetString(), UriKind.RelativeOrAbsolute, out Uri? value))
        {
            return value;
        }

        KeepUnfit<int>(owner, "an address such as https://contoso.example/a");
        return null;
    }

    /// <summary>Reads bytes in base64.</summary>
    /// <inheritdoc cref="ReadInt32(ConnectorModel)"/>
    public byte[]? ReadBytes(ConnectorModel owner)
    {
        if (!HasValue(owner, JsonTokenType.String, "bytes in base64"))
        {
            return null;
        }

        if (!_json.TryGetBytesFromBase64(out byte[]? value))
        {
            KeepUnfit<int>(owner, "bytes in base64");
            return null;
        }

        KeepForm(owner, TextForm.IsWrittenAs(value, _json.ValueSpan));
        return value;
    }

    private readonly ReadOnlySpan<byte> Token => _source[(int)_json.TokenStartIndex..(int)_json.BytesConsumed];

    private readonly bool TryReadDateTimeOffset(out DateTimeOffset value)
    {
        if (!_json.TryGetDateTime(out DateTime time))
        {
            value = default;
            return false;
        }

        value = time.Kind == DateTimeKind.Local ? default : new DateTimeOffset(time.Ticks, TimeSpan.Zero);
        return time.Kind != DateTimeKind.Local || _json.TryGetDateTimeOffset(out value);
    }

    private readonly bool IsNull(ConnectorModel owner)
    {
        if (_json.TokenType != JsonTokenType.Null)
        {
            return false;
        }

        owner.KeepNull(_member);
        return true;
    }

    private readonly bool HasValue(ConnectorModel owner, JsonTokenType token, string description)
    {
        if (IsNull(owner))
        {
            return false;
        }

        Expect(token, description);
        return true;
    }

    private readonly T Keep<T>(ConnectorModel owner, T value, bool isUsual)
    {
        KeepForm(owner, isUsual);
        return value;
    }

    private readonly void KeepForm(ConnectorModel owner, bool isUsual)
    {
        if (!isUsual)
        {
            owner.KeepForm(_member, Token);
        }
    }

    private T? KeepUnfit<T>(ConnectorModel owner, string expected)
        where T : struct
    {
        if (_strict)
        {
            throw Unfitting(expected);
        }

        owner.KeepUnfit(_member, Token);
        return null;
    }

    private static JsonException Unfitting(string expected) => new($"expected {expected}");
}
