using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Modeling.Security;

/// <summary>What of a document's or operation's <c>security</c> a client follows.</summary>
/// <param name="Schemes">The schemes, all of which a call needs.</param>
/// <param name="Scopes">What the tokens among them are asked for.</param>
internal sealed record SecurityChoice(IReadOnlyList<SecurityScheme> Schemes, IReadOnlyList<string> Scopes)
{
    /// <summary>What a document asks for that defines no scheme: calls need no credential.</summary>
    public static SecurityChoice None { get; } = new([], []) { IsNone = true };

    public bool IsNone { get; private init; }

    /// <summary>
    /// The first requirement that can be met; or else what can be met of the first one that names any known scheme; or else nothing.
    /// </summary>
    public static SecurityChoice? Find(JsonNode? security, IReadOnlyList<SecurityScheme> schemes)
    {
        JsonObject[] requirements =
        [
            .. (security as JsonArray ?? []).OfType<JsonObject>().Where(static requirement => requirement.Count > 0),
        ];
        return requirements.Select(requirement => Meet(requirement, schemes)).FirstOrDefault(static choice => choice.IsWhole).Choice
            ?? requirements
                .Select(requirement => Meet(requirement, schemes).Choice)
                .FirstOrDefault(static choice => choice.Schemes.Count > 0);
    }

    /// <summary>Whether a client that follows this meets the other too.</summary>
    public bool Meets(SecurityChoice other) =>
        new HashSet<string>(Schemes.Select(static scheme => scheme.Name)).SetEquals(other.Schemes.Select(static scheme => scheme.Name))
        && !other.Scopes.Except(Scopes).Any();

    private static (SecurityChoice Choice, bool IsWhole) Meet(JsonObject requirement, IReadOnlyList<SecurityScheme> schemes)
    {
        List<SecurityScheme> met = [];
        List<string> scopes = [];
        foreach (KeyValuePair<string, JsonNode?> named in requirement)
        {
            SecurityScheme? scheme = schemes.FirstOrDefault(scheme => scheme.Name == named.Key);
            if (scheme is null || met.Any(scheme.Collides))
            {
                continue;
            }

            met.Add(scheme);
            if (scheme.Kind == Model.CredentialKind.Token)
            {
                scopes.AddRange((named.Value as JsonArray ?? []).OfType<JsonValue>().Select(static scope => scope.ToString()));
            }
        }

        return (new SecurityChoice(met, scopes), met.Count == requirement.Count);
    }
}
