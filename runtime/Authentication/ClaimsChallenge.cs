using System.Buffers.Text;
using System.Text;
using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>What a service demands of a token that it refused, as Entra ID's continuous access evaluation words it: <c>Bearer error="insufficient_claims", claims="…"</c>.</summary>
internal static class ClaimsChallenge
{
    private const string Claims = "claims=\"";

    /// <summary>The claims to ask for, as JSON; <see langword="null"/> where the service demands none.</summary>
    public static string? Find(ReceivedAnswer answer)
    {
        if (!answer.ToResponse().Headers.TryGetValue("WWW-Authenticate", out string? challenge))
        {
            return null;
        }

        int start = challenge.IndexOf(Claims, StringComparison.OrdinalIgnoreCase);
        int end = start < 0 ? -1 : challenge.IndexOf('"', start + Claims.Length);
        return end < 0 ? null : Decode(challenge[(start + Claims.Length)..end]);
    }

    // Written in either alphabet of base 64, with and without padding.
    private static string? Decode(string encoded)
    {
        string url = encoded.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return Base64Url.IsValid(url) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(url)) : null;
    }
}
