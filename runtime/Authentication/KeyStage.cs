using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>Puts keys and passwords on every attempt. One that is refused is not sent again: the same would be refused again, and accounts are locked for less.</summary>
internal sealed class KeyStage(IReadOnlyList<WireCredential> credentials, IConnectorStage next) : IConnectorStage
{
    public Task<ReceivedAnswer> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        call.Proof = Prove(credentials);
        return next.SendAsync(call, cancellationToken);
    }

    /// <summary>What the credentials hold at this moment.</summary>
    /// <exception cref="ArgumentException">One of them holds what cannot be sent.</exception>
    public static CallProof Prove(IReadOnlyList<WireCredential> credentials)
    {
        CallProof proof = new();
        foreach (WireCredential credential in credentials)
        {
            credential.Prove(proof);
        }

        return proof;
    }
}
