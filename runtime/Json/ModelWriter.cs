using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>What generated code writes a model with: <see cref="Utf8JsonWriter"/>, and the purpose that the JSON is written for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ModelWriter
{
    internal ModelWriter(Utf8JsonWriter json, WritePurpose purpose)
    {
        Json = json;
        Purpose = purpose;
    }

    internal Utf8JsonWriter Json { get; }

    internal WritePurpose Purpose { get; }

    /// <summary>Writes a model, or <c>null</c>.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The model.</param>
    public void WriteModel<T>(T? model)
        where T : class, IConnectorModel<T>
    {
        switch (model)
        {
            case null:
                Json.WriteNullValue();
                break;
            case ConnectorModel members:
                WriteObject(members);
                break;
            default:
                ((IVariant)model).WriteElements(this);
                break;
        }
    }

    /// <summary>Writes a string, or <c>null</c>.</summary>
    /// <param name="value">The string.</param>
    public void WriteString(string? value) => Json.WriteStringValue(value);

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The boolean.</param>
    public void WriteBoolean(bool value) => Json.WriteBooleanValue(value);

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">The number.</param>
    public void WriteInt64(long value) => Json.WriteNumberValue(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number.</param>
    public void WriteDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new BodyException($"JSON has no number for {value.ToString(CultureInfo.InvariantCulture)}", "Set a finite one.");
        }

        Json.WriteNumberValue(value);
    }

    /// <summary>Writes a point in time with up to seven fractional digits, UTC as <c>Z</c>.</summary>
    /// <param name="value">The point in time.</param>
    public void WriteDateTimeOffset(DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero)
        {
            Json.WriteStringValue(value.UtcDateTime);
        }
        else
        {
            Json.WriteStringValue(value);
        }
    }

    /// <summary>As <see cref="WriteDateTimeOffset(DateTimeOffset)"/>, of a member.</summary>
    internal void WriteDateTimeOffset(JsonEncodedText name, DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero)
        {
            Json.WriteString(name, value.UtcDateTime);
        }
        else
        {
            Json.WriteString(name, value);
        }
    }

    /// <summary>Writes any JSON value.</summary>
    /// <param name="value">The value; <c>default</c> is written as <c>null</c>.</param>
    public void WriteElement(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            Json.WriteNullValue();
        }
        else
        {
            RawJson.Write(Json, JsonMarshal.GetRawUtf8Value(value));
        }
    }

    /// <summary>Writes a value of an open enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value; <c>default</c> is written as <c>null</c>.</param>
    public void WriteEnum<T>(T value)
        where T : struct, IOpenEnumValue<T> => Json.WriteStringValue(value.Value);

    /// <summary>Writes a value of an open enumeration of whole numbers.</summary>
    /// <inheritdoc cref="WriteEnum"/>
    public void WriteInt64Enum<T>(T value)
        where T : struct, IOpenEnumNumber<T, long>
    {
        if (value.Value is { } number)
        {
            WriteInt64(number);
        }
        else
        {
            Json.WriteNullValue();
        }
    }

    /// <summary>Writes a value of an open enumeration of numbers.</summary>
    /// <inheritdoc cref="WriteEnum"/>
    public void WriteDoubleEnum<T>(T value)
        where T : struct, IOpenEnumNumber<T, double>
    {
        if (value.Value is { } number)
        {
            WriteDouble(number);
        }
        else
        {
            Json.WriteNullValue();
        }
    }

    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="writeItem">Writes one item.</param>
    public void WriteList<T>(IEnumerable<T> items, WriteValue<T> writeItem)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(writeItem);
        Json.WriteStartArray();
        foreach (T item in items)
        {
            WriteNullable(item, writeItem);
        }

        Json.WriteEndArray();
    }

    /// <summary>Writes a dictionary as an object.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="items">The dictionary.</param>
    /// <param name="writeItem">Writes one value.</param>
    public void WriteDictionary<T>(IEnumerable<KeyValuePair<string, T>> items, WriteValue<T> writeItem)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(writeItem);
        Json.WriteStartObject();
        foreach ((string key, T item) in items)
        {
            Json.WritePropertyName(key);
            WriteNullable(item, writeItem);
        }

        Json.WriteEndObject();
    }

    /// <summary>Writes a whole value as bytes of its own.</summary>
    internal static byte[] WriteAll<T>(T value, WriteValue<T> write, WritePurpose purpose)
    {
        using PooledWriter pooled = PooledWriter.Rent();
        try
        {
            write(new ModelWriter(pooled.Json, purpose), value);
            pooled.Json.Flush();
            return pooled.Written.ToArray();
        }
        catch (BodyException exception)
        {
            if (exception.IsOfValue)
            {
                // In its place, so that the path counts it among the items of a list.
                pooled.Json.WriteNullValue();
            }

            pooled.Json.Flush();
            throw exception.After(pooled.Written);
        }
    }

    private void WriteObject(ConnectorModel model)
    {
        Json.WriteStartObject();
        ObjectWriter members = new(this, model);
        model.WriteMembers(members);
        members.End();
    }

    private void WriteNullable<T>(T item, WriteValue<T> writeItem)
    {
        if (item is null)
        {
            Json.WriteNullValue();
        }
        else
        {
            writeItem(this, item);
        }
    }
}
