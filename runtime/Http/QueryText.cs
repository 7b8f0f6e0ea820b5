using System.Globalization;

namespace PowerConnectors.Http;

/// <summary>Values as text in an address: the same under every culture.</summary>
internal static class QueryText
{
    public static string From(bool value) => value ? "true" : "false";

    public static string From(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string From(double value, string name) =>
        double.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : throw new ArgumentException("A number that is infinite or not a number cannot be sent.", name);

    public static string From(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>A value of any type that parameters can have.</summary>
    public static string From(object value, string name) =>
        value switch
        {
            string text => text,
            bool flag => From(flag),
            double number => From(number, name),
            float number when !float.IsFinite(number) => From((double)number, name),
            DateTimeOffset time => From(time),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToBase64String(bytes),
            Uri address => address.OriginalString,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    /// <summary>A name such as <c>$top</c> is sent as services document it; the dollar has no meaning of its own in a query.</summary>
    public static string EscapeName(string name) => Uri.EscapeDataString(name).Replace("%24", "$", StringComparison.Ordinal);
}
