using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Finds parameters that no request can hold, and takes them out.</summary>
internal sealed class ParameterChecks(JsonObject document, ReferenceTargets references, SpecFile file, FindingList findings)
{
    private static readonly HashSet<string> Places = ["path", "query", "header", "body", "formData"];

    public void Check()
    {
        foreach (KeyValuePair<string, JsonNode?> path in (JsonObject)document["paths"]!)
        {
            if (path.Value is not JsonObject item || path.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (item[ReferenceTargets.Member] is JsonValue reference)
            {
                Report(["paths", path.Key, ReferenceTargets.Member], $"{reference}", "the operations of another path are not taken over");
            }

            Check(item, ["paths", path.Key], path.Key);
            foreach (KeyValuePair<string, JsonNode?> operation in item)
            {
                if (operation.Value is JsonObject members)
                {
                    Check(members, ["paths", path.Key, operation.Key], path.Key);
                }
            }
        }
    }

    private void Check(JsonObject owner, string[] pointer, string path)
    {
        if (owner["parameters"] is not JsonArray parameters)
        {
            return;
        }

        string? body = null;
        JsonNode?[] all = [.. parameters];
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] is null)
            {
                continue; // It was no object, which is told.
            }

            JsonObject? parameter = all[i] is JsonObject declared ? references.Resolve(declared) : null;
            string place = parameter?["in"]?.ToString() ?? "";
            string name = parameter?["name"]?.ToString() ?? "";
            if (WhyNot(place, name, path, body) is { } reason)
            {
                Report([.. pointer, "parameters", i.ToString(CultureInfo.InvariantCulture)], name, reason);
                parameters.Remove(all[i]);
            }

            body ??= place is "body" or "formData" ? place : null;
        }
    }

    private static string? WhyNot(string place, string name, string path, string? body) =>
        name.Length == 0 ? "a parameter needs a 'name', so that it is not sent"
        : !Places.Contains(place) ? $"'in' is '{place}' and has to be path, query, header, body or formData, so that it is not sent"
        : place == "path" && path.IndexOf($"{{{name}}}", StringComparison.Ordinal) < 0
            ? "the path has no place for it, so that it is not sent"
        : body is not null && (place == "body" || (place == "formData" && body == "body"))
            ? "a request has one body, so that it is not sent"
        : place == "header" ? HeaderParameters.WhyNot(name.Trim())
        : null;

    private void Report(string[] pointer, string what, string consequence) =>
        findings.AddAt(Descriptors.NotSupported, file, pointer, what, consequence);
}
