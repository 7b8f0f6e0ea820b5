using System.Text.Encodings.Web;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>How JSON is read and written everywhere in the runtime.</summary>
internal static class JsonLimits
{
    /// <summary>Flow definitions nest far deeper than the 64 levels that System.Text.Json allows by default.</summary>
    public const int MaxDepth = 256;

    public static JsonReaderOptions Reading { get; } = new() { MaxDepth = MaxDepth };

    public static JsonDocumentOptions Parsing { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>A body is never embedded in HTML, so only what JSON itself demands is escaped.</summary>
    public static JsonWriterOptions Writing { get; } =
        new()
        {
            MaxDepth = MaxDepth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        };
}
