using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PowerConnectors.Emulator.Errors;

namespace PowerConnectors.Emulator.Paging;

/// <summary>The opaque text in a next link that says where the next page begins.</summary>
internal static class SkipToken
{
    public const string ParameterName = "$skiptoken";

    private const string Prefix = "skip=";

    public static string Write(int skip) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Prefix + skip.ToString(CultureInfo.InvariantCulture)));

    public static int Read(string token)
    {
        if (token.Length == 0)
        {
            return 0;
        }

        if (Base64Url.IsValid(token))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
            if (
                text.StartsWith(Prefix, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            )
            {
                return skip;
            }
        }

        throw new ServiceFailure(ServiceErrors.InvalidRequest($"The query parameter '{ParameterName}' is not a token of this service."));
    }
}
