using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Security;

/// <summary>Reads the ways to prove who a caller is that a document defines, and reports those that cannot be used.</summary>
internal sealed class SecuritySchemes(SpecFile file, FindingList findings)
{
    private const string Definitions = "securityDefinitions";
    private const string HostsExtension = "x-powerconnectors-scope-hosts";

    public IReadOnlyList<SecurityScheme> Read(JsonObject document)
    {
        List<SecurityScheme> schemes = [];
        foreach (KeyValuePair<string, JsonNode?> definition in document[Definitions] as JsonObject ?? [])
        {
            if (definition.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (definition.Value is not JsonObject members)
            {
                Report(definition.Key, member: null, "it has to be an object");
            }
            else if (Read(definition.Key, members) is { } scheme)
            {
                schemes.Add(scheme);
            }
        }

        return schemes;
    }

    private SecurityScheme? Read(string name, JsonObject members)
    {
        string description = Text(members, "description");
        switch (Text(members, "type"))
        {
            case "oauth2":
                return new SecurityScheme(name, CredentialKind.Token, "", description, Hosts(name, members));
            case "basic":
                return new SecurityScheme(name, CredentialKind.Basic, "", description, []);
            case "apiKey":
                return ReadKey(name, members, description);
            default:
                Report(name, "type", $"the type '{members["type"]}' is none of oauth2, apiKey and basic");
                return null;
        }
    }

    private SecurityScheme? ReadKey(string name, JsonObject members, string description)
    {
        string wireName = Text(members, "name");
        bool inQuery = Text(members, "in") == "query";
        if (!inQuery && Text(members, "in") != "header")
        {
            Report(name, "in", "the key has to be in a header or in the query");
            return null;
        }

        if ((inQuery ? WhyNotParameter(wireName) : HeaderName.WhyNot(wireName)) is { } reason)
        {
            Report(name, "name", reason);
            return null;
        }

        return new SecurityScheme(name, inQuery ? CredentialKind.QueryKey : CredentialKind.HeaderKey, wireName, description, []);
    }

    // Left out, it would let tokens go to any host: so what is wrong here gives no client.
    private string[] Hosts(string scheme, JsonObject members)
    {
        if (!members.TryGetPropertyValue(HostsExtension, out JsonNode? extension))
        {
            return [];
        }

        string[] place = [Definitions, scheme, HostsExtension];
        if (extension is not JsonArray { Count: > 0 } hosts)
        {
            findings.AddAt(Descriptors.InvalidScopeHost, file, place, extension?.ToJsonString() ?? "null", "it has to be a list of hosts");
            return [];
        }

        List<string> patterns = [];
        foreach (JsonNode? host in hosts)
        {
            string pattern = host?.GetValueKind() == JsonValueKind.String ? host.GetValue<string>() : "";
            if (HostPattern.WhyNot(pattern) is { } reason)
            {
                findings.AddAt(Descriptors.InvalidScopeHost, file, place, host?.ToString() ?? "null", reason);
            }

            patterns.Add(pattern);
        }

        return [.. patterns];
    }

    private static string? WhyNotParameter(string name) => name.Length == 0 ? "the query parameter has no name" : null;

    private static string Text(JsonObject members, string name) =>
        members[name]?.GetValueKind() == JsonValueKind.String ? members[name]!.GetValue<string>() : "";

    private void Report(string scheme, string? member, string reason) =>
        findings.AddAt(
            Descriptors.UnusableScheme,
            file,
            member is null ? [Definitions, scheme] : [Definitions, scheme, member],
            scheme,
            reason
        );
}
