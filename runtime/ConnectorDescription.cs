using System.ComponentModel;

namespace PowerConnectors;

/// <summary>What a generated client says of its connector. Generated code makes one per client type.</summary>
/// <param name="name">The client's name without the suffix, as shown in <c>User-Agent</c>.</param>
/// <param name="version">The version of the document.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConnectorDescription(string name, string version)
{
    /// <summary>The connector's name.</summary>
    public string Name { get; } = name;

    /// <summary>The version of the document that the client was generated from.</summary>
    public string Version { get; } = version;

    /// <summary>The scopes that the document asks for; empty if it names none, and then the options must.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>
    /// The hosts that <see cref="Scopes"/> are for: a name, or <c>*.</c> and a name for everything below it. Empty if the document does not say, and then they are for any. Loopback addresses
    /// count as one of them.
    /// </summary>
    public IReadOnlyList<string> ScopeHosts { get; init; } = [];

    /// <summary>How often a connection may be called; empty if the document does not say.</summary>
    public IReadOnlyList<ConnectorLimit> Limits { get; init; } = [];

    /// <summary>The members and parameters, by their names on the wire, whose values give access to whoever knows them. They are kept out of messages and logs.</summary>
    public IReadOnlyList<string> SecretNames { get; init; } = [];

    /// <summary>What to do about errors of the service: a sentence for each code. Codes are compared without regard to case.</summary>
    public IReadOnlyDictionary<string, string> ErrorHints { get; init; } = new Dictionary<string, string>();
}
