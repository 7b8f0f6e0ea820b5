namespace PowerConnectors.Authentication;

/// <summary>A key or a password: what is sent as it is.</summary>
internal abstract class WireCredential : ConnectorCredential
{
    /// <summary>The header or query parameter that holds the secret.</summary>
    public abstract string WireName { get; }

    /// <summary>Whether the secret stands in the query.</summary>
    public virtual bool IsInQuery => false;

    /// <summary>Adds what proves who the caller is.</summary>
    /// <exception cref="ArgumentException">The credential holds what cannot be sent.</exception>
    public abstract void Prove(CallProof proof);
}
