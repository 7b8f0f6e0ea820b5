using System.Buffers.Text;
using System.Text.Json;

namespace PowerConnectors.Emulator.Authentication;

/// <summary>Decides whether a request's token is good.</summary>
internal static class TokenCheck
{
    public const string Expired = "The access token expiry is in the past: the token has expired.";

    private const string Scheme = "Bearer ";

    /// <summary>Says what is wrong with an <c>Authorization</c> header; null if nothing is.</summary>
    public static string? Find(string authorization, DateTimeOffset now)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return "Authentication failed. The 'Authorization' header is missing or its scheme is not Bearer.";
        }

        if (Read(authorization[Scheme.Length..].Trim()) is not var (audience, expires))
        {
            return "Authentication failed. The token is malformed.";
        }

        if (!string.Equals(audience.TrimEnd('/'), EmulatorTokens.Audience, StringComparison.OrdinalIgnoreCase))
        {
            return $"The received access token has been obtained for wrong audience or resource '{audience}'. It should match '{EmulatorTokens.Audience}/'.";
        }

        return now < expires ? null : Expired;
    }

    private static (string Audience, DateTimeOffset Expires)? Read(string token)
    {
        try
        {
            if (token.Split('.') is not [_, var payload, _])
            {
                return null;
            }

            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            var audience = claims.RootElement.GetProperty("aud").GetString();
            var expires = DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64());
            return audience is null ? null : (audience, expires);
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            return null;
        }
    }

    private static bool IsMalformed(Exception exception) =>
        exception is FormatException or JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException;
}
