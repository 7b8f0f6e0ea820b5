using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Modeling.Operations;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling.Security;

/// <summary>Decides which credentials a client takes, and says where the document asks for others.</summary>
internal sealed class SecurityReader(SpecFile file, JsonObject document, FindingList findings)
{
    private const string Member = "security";

    public SecurityChoice Read(OperationSelection operations)
    {
        IReadOnlyList<SecurityScheme> schemes = new SecuritySchemes(file, findings).Read(document);
        ReportUnknown(schemes);
        SecurityChoice choice = IsOpen ? SecurityChoice.None : SecurityChoice.Find(document[Member], schemes) ?? Fallback(schemes);
        ReportOperations(operations, schemes, choice);
        return choice;
    }

    // A scheme that is asked for and not defined is a fault, and no sign that none is needed.
    private bool IsOpen =>
        document["securityDefinitions"] is null or JsonObject { Count: 0 }
        && !(document[Member] as JsonArray ?? []).OfType<JsonObject>().Any(static requirement => requirement.Count > 0);

    // Many documents define one scheme and forget to ask for it, or ask for it by another name.
    private SecurityChoice Fallback(IReadOnlyList<SecurityScheme> schemes)
    {
        if (schemes.Count > 1)
        {
            findings.AddAt(
                Descriptors.NotSupported,
                file,
                ["securityDefinitions"],
                "securityDefinitions",
                "'security' does not choose one of them, so the client authenticates with a TokenCredential"
            );
        }

        return new SecurityChoice(schemes.Count == 1 ? schemes : [], []);
    }

    private void ReportUnknown(IReadOnlyList<SecurityScheme> schemes)
    {
        JsonArray requirements = document[Member] as JsonArray ?? [];
        for (int i = 0; i < requirements.Count; i++)
        {
            List<SecurityScheme> met = [];
            foreach (string name in (requirements[i] as JsonObject ?? []).Select(static scheme => scheme.Key))
            {
                string[] place = [Member, i.ToString(CultureInfo.InvariantCulture), name];
                SecurityScheme? scheme = schemes.FirstOrDefault(scheme => scheme.Name == name);
                if (scheme is null && (document["securityDefinitions"] as JsonObject)?.ContainsKey(name) != true)
                {
                    findings.AddAt(Descriptors.UnusableScheme, file, place, name, "it is not among the securityDefinitions");
                }
                else if (scheme is not null && met.Find(scheme.Collides) is { } other)
                {
                    string reason = $"it would stand in the same place of a request as '{other.Name}', which is asked for with it";
                    findings.AddAt(Descriptors.UnusableScheme, file, place, name, reason);
                }
                else if (scheme is not null)
                {
                    met.Add(scheme);
                }
            }
        }
    }

    private void ReportOperations(OperationSelection operations, IReadOnlyList<SecurityScheme> schemes, SecurityChoice choice)
    {
        List<PlacedOperation> others = operations.Operations.Where(operation => !Meets(choice, operation, schemes)).ToList();
        if (others.Count == 0)
        {
            return;
        }

        string more = others.Count == 1 ? "" : $", and so do {(others.Count - 1).ToString(CultureInfo.InvariantCulture)} more";
        findings.AddAt(
            Descriptors.NotSupported,
            file,
            ["paths", others[0].Path, others[0].Verb.ToLowerInvariant(), Member],
            Member,
            $"'{others[0].Operation.OperationId}' asks for other credentials than the document{more}, and the client sends the same with every call"
        );
    }

    private bool Meets(SecurityChoice choice, PlacedOperation operation, IReadOnlyList<SecurityScheme> schemes)
    {
        JsonNode? own = document["paths"]?[operation.Path]?[operation.Verb.ToLowerInvariant()]?[Member];
        return own is null
            || JsonNode.DeepEquals(own, document[Member])
            || choice.Meets(SecurityChoice.Find(own, schemes) ?? new SecurityChoice([], []));
    }
}
