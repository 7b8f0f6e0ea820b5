using System.Net;
using System.Text;

namespace PowerConnectors.Authentication;

/// <summary>A user name and a password in HTTP's basic authentication (RFC 7617), in UTF-8.</summary>
internal sealed class BasicLogin(NetworkCredential credential, string? parameter) : WireCredential
{
    public override string WireName => "Authorization";

    public override void Prove(CallProof proof)
    {
        string user = credential.UserName;
        string password = credential.Password;
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                "The user name holds a colon, which ends user names in basic authentication: nothing was sent.",
                parameter
            );
        }

        if (credential.Domain.Length > 0)
        {
            throw new ArgumentException("Basic authentication has no place for a domain: nothing was sent.", parameter);
        }

        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        proof.AddHeader(WireName, $"Basic {encoded}");
        proof.AddSecret(password);
        proof.AddSecret(encoded);
    }
}
