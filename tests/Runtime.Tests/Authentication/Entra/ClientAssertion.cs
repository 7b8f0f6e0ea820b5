using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace PowerConnectors.Runtime.Tests.Authentication.Entra;

/// <summary>Checks the JWT with which an application proves that it has the key of its certificate, as the token endpoint does.</summary>
internal static class ClientAssertion
{
    /// <returns>What is wrong with it; <see langword="null"/> if nothing is.</returns>
    public static string? FindFault(string jwt, X509Certificate2 certificate, string clientId, string audience, DateTimeOffset now)
    {
        string[] parts = jwt.Split('.');
        if (parts.Length != 3)
        {
            return "three parts";
        }

        JsonElement header = Parse(parts[0]);
        JsonElement claims = Parse(parts[1]);
        RSASignaturePadding? padding = header.GetProperty("alg").GetString() switch
        {
            "PS256" => RSASignaturePadding.Pss,
            "RS256" => RSASignaturePadding.Pkcs1,
            _ => null,
        };
        using RSA key = certificate.GetRSAPublicKey()!;
        byte[] signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        return padding is null || !key.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, padding)
                ? "signature"
            : claims.GetProperty("iss").GetString() != clientId || claims.GetProperty("sub").GetString() != clientId ? "issuer"
            : claims.GetProperty("aud").GetString() != audience ? $"audience {claims.GetProperty("aud").GetString()} instead of {audience}"
            : long.Parse(claims.GetProperty("exp").ToString(), CultureInfo.InvariantCulture) < now.ToUnixTimeSeconds() ? "expired"
            : null;
    }

    private static JsonElement Parse(string part) => JsonDocument.Parse(Base64Url.DecodeFromChars(part)).RootElement;
}
