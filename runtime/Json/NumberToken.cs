using System.Globalization;

namespace PowerConnectors.Json;

/// <summary>Compares numbers with the tokens that they were read from.</summary>
internal static class NumberToken
{
    // The longest form that .NET gives a double is shorter.
    private const int MaxLength = 32;

    // Whole numbers of so many digits are written digit by digit; larger ones get an exponent.
    private const int PlainDigits = 15;

    /// <summary>Whether writing the number gives its token back.</summary>
    public static bool IsWrittenAs(double value, ReadOnlySpan<byte> token)
    {
        if (token.Length <= PlainDigits && !token.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return true;
        }

        Span<byte> written = stackalloc byte[MaxLength];
        return value.TryFormat(written, out int length, provider: CultureInfo.InvariantCulture) && token.SequenceEqual(written[..length]);
    }

    /// <inheritdoc cref="IsWrittenAs(double, ReadOnlySpan{byte})"/>
    public static bool IsWrittenAs(long value, ReadOnlySpan<byte> token) => value != 0 || token.Length == 1;

    /// <inheritdoc cref="IsWrittenAs(double, ReadOnlySpan{byte})"/>
    public static bool IsWrittenAs(decimal value, ReadOnlySpan<byte> token)
    {
        Span<byte> written = stackalloc byte[MaxLength];
        return value.TryFormat(written, out int length, provider: CultureInfo.InvariantCulture) && token.SequenceEqual(written[..length]);
    }

    /// <summary>Whether a token stands for the number.</summary>
    public static bool Says(ReadOnlySpan<byte> token, double value) =>
        double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double said) && said.Equals(value);

    /// <inheritdoc cref="Says(ReadOnlySpan{byte}, double)"/>
    public static bool Says(ReadOnlySpan<byte> token, long value) =>
        long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long said) && said == value;

    /// <inheritdoc cref="Says(ReadOnlySpan{byte}, double)"/>
    public static bool Says(ReadOnlySpan<byte> token, decimal value) =>
        decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal said) && said == value;
}
