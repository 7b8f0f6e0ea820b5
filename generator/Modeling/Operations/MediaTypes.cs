using System.Text.RegularExpressions;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>What media types of a document mean for bodies and answers.</summary>
internal static class MediaTypes
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";
    public const string Binary = "application/octet-stream";

    private static readonly Regex Concrete = new(@"^[\w!#$&^.+-]+/[\w!#$&^.+-]+", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    /// <summary>Whether JSON is among them. Nothing said means JSON.</summary>
    public static bool AllowJson(IReadOnlyList<string> types) =>
        types.Count == 0 || types.Any(static type => Has(type, "json") || type.StartsWith("*", StringComparison.Ordinal));

    public static bool AreText(IReadOnlyList<string> types) =>
        types.Count > 0 && types.All(static type => type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !Has(type, "xml"));

    public static bool Contain(IReadOnlyList<string> types, string mediaType) =>
        types.Any(type => type.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first that names one type and not several, without its parameters.</summary>
    public static string? First(IReadOnlyList<string> types) =>
        types.Select(static type => Concrete.Match(type)).FirstOrDefault(static match => match.Success)?.Value;

    /// <summary>All of them for an Accept header, and anything else if there is nothing better.</summary>
    public static string Accept(IReadOnlyList<string> types)
    {
        string[] concrete =
        [
            .. types.Select(static type => Concrete.Match(type)).Where(static match => match.Success).Select(static match => match.Value),
        ];
        return string.Join(", ", concrete.Length == 0 ? ["*/*"] : (string[])[.. concrete.Distinct(), "*/*;q=0.1"]);
    }

    private static bool Has(string type, string part) => type.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
