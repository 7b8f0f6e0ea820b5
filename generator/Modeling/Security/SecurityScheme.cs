using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Modeling.Security;

/// <summary>One of the document's ways to prove who a caller is.</summary>
/// <param name="Name">What the document calls it.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="WireName">The header or query parameter of a key.</param>
/// <param name="Description">The document's text.</param>
/// <param name="ScopeHosts">The hosts that the scopes of a token are for.</param>
internal sealed record SecurityScheme(
    string Name,
    CredentialKind Kind,
    string WireName,
    string? Description,
    IReadOnlyList<string> ScopeHosts
)
{
    /// <summary>Whether both would stand in the same place of a request.</summary>
    public bool Collides(SecurityScheme other) =>
        Kind == CredentialKind.QueryKey == (other.Kind == CredentialKind.QueryKey)
        && string.Equals(PlaceName, other.PlaceName, StringComparison.OrdinalIgnoreCase);

    private string PlaceName => Kind is CredentialKind.Token or CredentialKind.Basic ? "Authorization" : WireName;
}
