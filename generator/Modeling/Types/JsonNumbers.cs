using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>Reads numbers of a document; some documents quote them.</summary>
internal static class JsonNumbers
{
    public static string? WholeNumber(JsonNode value) =>
        IsText(value) && long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    public static string? Number(JsonNode value) =>
        IsText(value)
        && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && !double.IsNaN(number)
        && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;

    private static bool IsText(JsonNode value) =>
        value is JsonValue && value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String;
}
