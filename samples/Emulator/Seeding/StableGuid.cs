using System.Security.Cryptography;
using System.Text;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>GUIDs that look random and are the same every time.</summary>
internal static class StableGuid
{
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)));

        // Version 4, variant 1: what a service that draws them would make.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
