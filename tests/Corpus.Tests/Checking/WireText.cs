using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PowerConnectors.Corpus.Tests.Checking;

/// <summary>Says whether texts on the wire are what a value has to become there.</summary>
internal static class WireText
{
    /// <param name="value">What was passed.</param>
    /// <param name="sent">What was sent, decoded.</param>
    /// <param name="parameter">What the document says of it.</param>
    public static bool Is(object? value, IReadOnlyList<string> sent, JsonObject parameter)
    {
        if (value is null or string or byte[] || value is not IEnumerable items)
        {
            return sent.Count == 1 && Is(value, sent[0], parameter["format"]?.ToString());
        }

        string? separator = parameter["collectionFormat"]?.ToString() switch
        {
            "multi" => null,
            "ssv" => " ",
            "tsv" => "\t",
            "pipes" => "|",
            _ => ",",
        };
        object?[] all = [.. items];
        string[] parts = separator is null ? [.. sent] : [.. sent.SelectMany(text => text.Split(separator))];
        string? format = (parameter["items"] as JsonObject)?["format"]?.ToString();
        return all.Length == parts.Length && all.Zip(parts).All(pair => Is(pair.First, pair.Second, format));
    }

    private static bool Is(object? value, string sent, string? format) =>
        value switch
        {
            null => false,
            string text => text == sent,
            bool flag => sent == (flag ? "true" : "false"),
            byte[] bytes => sent == Convert.ToBase64String(bytes),
            Uri address => sent == address.OriginalString || sent == address.AbsoluteUri,
            DateTimeOffset instant => Is(instant, sent, format),
            IFormattable formattable => sent
                == formattable.ToString(format: value is DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture),
            _ => sent == value.ToString(),
        };

    private static bool Is(DateTimeOffset instant, string sent, string? format) =>
        (format == "date" || sent.Contains('T', StringComparison.Ordinal))
        && DateTimeOffset.TryParse(sent, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read)
        && (format == "date" ? read.Date == instant.UtcDateTime.Date : read == instant);
}
