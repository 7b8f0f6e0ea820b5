using System.Net.Http.Headers;

namespace PowerConnectors.Http;

/// <summary>Media types that come from a caller.</summary>
internal static class MediaTypeText
{
    /// <summary>The media type as it was given.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Check(string mediaType, string parameter) =>
        MediaTypeHeaderValue.TryParse(mediaType, out _)
            ? mediaType
            : throw new ArgumentException("This is not a media type such as 'application/pdf'.", parameter);
}
