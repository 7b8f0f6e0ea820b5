using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Authentication;

/// <summary>Makes the bearer tokens that the emulator accepts: the form of a JSON web token, unsigned.</summary>
public static class EmulatorTokens
{
    /// <summary>The audience that the connector's gateway asks for, accepted with and without a slash at its end.</summary>
    public const string Audience = "https://apihub.azure.com";

    /// <summary>Makes a token.</summary>
    /// <param name="audience">Whom the token is for; <see cref="Audience"/> to be accepted.</param>
    /// <param name="expires">From when on it is refused.</param>
    public static string Create(string audience, DateTimeOffset expires)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "none" };
        var payload = new JsonObject
        {
            ["aud"] = audience,
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["oid"] = EmulatorSeed.CallerObjectId,
            ["tid"] = EmulatorSeed.TenantId,
        };
        return $"{Encode(header.ToJsonString())}.{Encode(payload.ToJsonString())}.{Encode("unsigned")}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
