using System.Net.Http.Headers;

namespace PowerConnectors.Http;

/// <summary>How the bytes of an answer are encoded. We ask for gzip alone: it is what services have, and a decoder more costs a program its size.</summary>
internal static class ContentCoding
{
    public const string Gzip = "gzip";

    private const string HeaderName = "Content-Encoding";

    /// <summary>The encoding that an answer says it has; <see langword="null"/> if it is plain, or the handler of the HTTP client has decoded it already.</summary>
    public static string? Of(HttpContent content)
    {
        if (!content.Headers.NonValidated.TryGetValues(HeaderName, out HeaderStringValues values))
        {
            return null;
        }

        string coding = values.ToString().Trim();
        return coding.Length == 0 || coding.Equals("identity", StringComparison.OrdinalIgnoreCase) ? null
            : coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase) || coding.Equals(Gzip, StringComparison.OrdinalIgnoreCase) ? Gzip
            : coding;
    }

    /// <summary>Takes away the headers that speak of the encoded bytes: callers see the decoded ones.</summary>
    public static void Forget(HttpContent content)
    {
        content.Headers.Remove(HeaderName);
        content.Headers.Remove("Content-Length");
    }
}
