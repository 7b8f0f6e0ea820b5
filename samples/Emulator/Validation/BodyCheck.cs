using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Spec;

namespace PowerConnectors.Emulator.Validation;

/// <summary>Checks a request body against its schema. Enum values are not checked: the service knows more of them than the document.</summary>
internal sealed class BodyCheck(bool refuseUndeclared)
{
    /// <summary>Says what is wrong and at which JSON path; null if nothing is.</summary>
    public string? Find(JsonNode? value, SpecSchema schema, string path)
    {
        if (!IsOfType(value, schema.Type))
        {
            return Problem(path, $"expected {schema.Type}, found {Describe(value)}");
        }

        return value switch
        {
            JsonObject members => FindMissing(members, schema, path) ?? FindInMembers(members, schema, path),
            JsonArray items when schema.Items is { } itemSchema => items
                .Select((item, index) => Find(item, itemSchema, $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]"))
                .FirstOrDefault(problem => problem is not null),
            _ => null,
        };
    }

    private static string? FindMissing(JsonObject members, SpecSchema schema, string path)
    {
        var missing = schema.Required.FirstOrDefault(name => members[name] is null && schema.Property(name) is not { ReadOnly: true });
        return missing is null ? null : Problem($"{path}.{missing}", "the member is required");
    }

    private string? FindInMembers(JsonObject members, SpecSchema schema, string path)
    {
        foreach (var (name, value) in members)
        {
            var memberPath = $"{path}.{name}";
            var declared = schema.Property(name);
            if (declared is null && schema.DeclaresMembers && refuseUndeclared)
            {
                return Problem(memberPath, "the member is not known");
            }

            if (declared is { ReadOnly: true })
            {
                return Problem(memberPath, "the member is read-only");
            }

            // Null stands for "no value" wherever a member is optional.
            if ((declared ?? schema.AdditionalProperties) is { } memberSchema && value is not null)
            {
                if (Find(value, memberSchema, memberPath) is { } problem)
                {
                    return problem;
                }
            }
        }

        return null;
    }

    private static bool IsOfType(JsonNode? value, string? type) =>
        type switch
        {
            null => true,
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value?.GetValueKind() is JsonValueKind.String,
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            _ => value?.GetValueKind() is JsonValueKind.Number,
        };

    private static string Describe(JsonNode? value) => value is null ? "null" : value.GetValueKind().ToString();

    private static string Problem(string path, string what) => $"The request body is not valid at '{path}': {what}.";
}
