using Azure.Core;

namespace PowerConnectors.Authentication;

/// <summary>Where tokens come from.</summary>
internal sealed class TokenSource(TokenCredential credential) : ConnectorCredential
{
    public TokenCredential Credential => credential;
}
