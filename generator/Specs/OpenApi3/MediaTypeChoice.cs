using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Chooses among the media types of a body or an answer: JSON, a form, text, or the first.</summary>
internal static class MediaTypeChoice
{
    public static string? OfBody(IReadOnlyList<string> types) =>
        types.FirstOrDefault(IsJson)
        ?? types.FirstOrDefault(static type => Begins(type, "application/x-www-form-urlencoded"))
        ?? types.FirstOrDefault(static type => Begins(type, "multipart/form-data"))
        ?? types.FirstOrDefault(IsText)
        ?? (types.Count > 0 ? types[0] : null);

    public static bool IsJson(string type) => type.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 || Begins(type, "*");

    /// <summary>What a media type says that has no schema.</summary>
    public static JsonObject SchemaOf(string mediaType) =>
        IsJson(mediaType) ? []
        : IsText(mediaType) ? new JsonObject { ["type"] = "string" }
        : new JsonObject { ["type"] = "string", ["format"] = "binary" };

    private static bool IsText(string type) => Begins(type, "text/") && type.IndexOf("xml", StringComparison.OrdinalIgnoreCase) < 0;

    private static bool Begins(string type, string start) => type.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
