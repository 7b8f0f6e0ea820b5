using Azure;

namespace PowerConnectors.Authentication;

/// <summary>A key in the query.</summary>
internal sealed class QueryKey(string name, AzureKeyCredential credential) : WireCredential
{
    public override string WireName => name;

    public override bool IsInQuery => true;

    public override void Prove(CallProof proof)
    {
        string key = credential.Key;
        proof.AddQuery(name, key);
        proof.AddSecret(key);
    }
}
