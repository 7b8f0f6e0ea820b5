using System.Runtime.InteropServices;
using System.Text;

namespace PowerConnectors.Http;

/// <summary>Composes the <c>User-Agent</c> header: application, runtime, connector, platform.</summary>
internal static class UserAgent
{
    public static string Create(string? applicationId, ConnectorDescription description)
    {
        StringBuilder text = new();
        if (applicationId is not null)
        {
            text.Append(applicationId).Append(' ');
        }

        text.Append("PowerConnectors/").Append(RuntimeVersion.Text).Append(' ');
        text.Append(ToToken(description.Name)).Append('/').Append(ToToken(description.Version)).Append(' ');
        return text.Append('(').Append(RuntimeInformation.FrameworkDescription).Append(')').ToString();
    }

    // Name and version come from the document, which may hold anything.
    private static string ToToken(string text) =>
        string.Create(
            text.Length,
            text,
            static (token, text) =>
            {
                for (int i = 0; i < token.Length; i++)
                {
                    token[i] = char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '_' ? text[i] : '-';
                }
            }
        );
}
