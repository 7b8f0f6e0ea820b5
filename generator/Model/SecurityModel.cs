namespace PowerConnectors.Generator.Model;

/// <summary>How callers prove who they are.</summary>
/// <param name="Scopes">The scopes to ask a token for by default.</param>
/// <param name="ScopeHosts">The hosts that the scopes are for; all if there are none.</param>
/// <param name="Credentials">What the document asks for, all of it with every call; empty where it defines no scheme.</param>
internal sealed record SecurityModel(
    EquatableArray<string> Scopes,
    EquatableArray<string> ScopeHosts,
    EquatableArray<CredentialModel> Credentials
)
{
    /// <summary>A token and nothing else: what a connection's gateway takes in place of whatever the document asks for.</summary>
    public static EquatableArray<CredentialModel> TokenOnly { get; } =
        new[] { CredentialModel.Token("credential", description: null) }.ToEquatableArray();

    public bool IsNone => Credentials.Count == 0;

    public bool IsTokenOnly => Credentials.Count == 1 && Credentials[0].Kind == CredentialKind.Token;
}

/// <summary>The kinds of credentials.</summary>
internal enum CredentialKind
{
    Token,
    HeaderKey,
    QueryKey,
    Basic,
}

/// <summary>One credential.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="WireName">The header or query parameter of a key.</param>
/// <param name="Name">The constructor's parameter.</param>
/// <param name="SettingName">The property of the settings that a service collection makes the client of.</param>
/// <param name="Doc">The doc comment.</param>
internal sealed record CredentialModel(CredentialKind Kind, string WireName, string Name, string SettingName, DocModel Doc)
{
    private const string TokenDoc = "Gets the tokens. They are cached and sent to the endpoint only.";

    /// <summary>A token, for which every client has the same setting, as every client can be made with one.</summary>
    public static CredentialModel Token(string name, string? description) =>
        new(
            CredentialKind.Token,
            "",
            name,
            "Credential",
            new DocModel((string.IsNullOrWhiteSpace(description) ? [TokenDoc] : new[] { TokenDoc, description! }).ToEquatableArray())
        );
}
