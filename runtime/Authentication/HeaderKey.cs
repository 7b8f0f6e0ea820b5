using Azure;

namespace PowerConnectors.Authentication;

/// <summary>A key in a header, as it is: where a service wants a word ahead of it, the key begins with that.</summary>
internal sealed class HeaderKey(string name, AzureKeyCredential credential, string? parameter) : WireCredential
{
    public override string WireName => name;

    public override void Prove(CallProof proof)
    {
        string key = credential.Key;
        if (key.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            // The key itself stays out of the message.
            throw new ArgumentException(
                $"The key for the header {name} was not sent: it holds a line break, another control character or one outside of ASCII.",
                parameter
            );
        }

        proof.AddHeader(name, key);
        proof.AddSecret(key);
    }
}
