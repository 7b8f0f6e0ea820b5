using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>Compares values that stand in strings with the tokens that they were read from.</summary>
internal static class TextForm
{
    /// <summary>The number of characters of a date as it is written.</summary>
    public const int DateLength = 10;

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Reads a date, or the date of a date and time.</summary>
    public static bool TryParse(string text, out DateOnly value)
    {
        bool isDate = text.Length == DateLength;
        bool isTime = text.Length > DateLength && text[DateLength] == 'T' && IsDateTime(text);
        value = default;
        return (isDate || isTime)
            && DateOnly.TryParseExact(text.AsSpan(0, DateLength), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    /// <summary>The date as it is written.</summary>
    public static string From(DateOnly value) => value.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Whether writing the value gives its token, unquoted, back.</summary>
    public static bool IsWrittenAs(Guid value, ReadOnlySpan<byte> token)
    {
        const int Length = 36;
        Span<byte> written = stackalloc byte[Length];
        return value.TryFormat(written, out _) && token.SequenceEqual(written);
    }

    /// <inheritdoc cref="IsWrittenAs(Guid, ReadOnlySpan{byte})"/>
    public static bool IsWrittenAs(byte[] value, ReadOnlySpan<byte> token) =>
        token.Length == Base64.GetMaxEncodedToUtf8Length(value.Length);

    /// <summary>Whether a token, in quotes, stands for the value.</summary>
    public static bool Says(ReadOnlySpan<byte> token, DateOnly value) => TryParse(Text(token), out DateOnly said) && said == value;

    /// <inheritdoc cref="Says(ReadOnlySpan{byte}, DateOnly)"/>
    public static bool Says(ReadOnlySpan<byte> token, Guid value) => Guid.TryParse(Text(token), out Guid said) && said == value;

    /// <inheritdoc cref="Says(ReadOnlySpan{byte}, DateOnly)"/>
    public static bool Says(ReadOnlySpan<byte> token, ReadOnlySpan<byte> value)
    {
        Utf8JsonReader reader = Read(token);
        return reader.TryGetBytesFromBase64(out byte[]? said) && value.SequenceEqual(said);
    }

    private static bool IsDateTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static string Text(ReadOnlySpan<byte> token) => Read(token).GetString()!;

    private static Utf8JsonReader Read(ReadOnlySpan<byte> token)
    {
        Utf8JsonReader reader = new(token);
        reader.Read();
        return reader;
    }
}
