using System.Text.Json.Nodes;

namespace PowerConnectors.Spec.Tests;

/// <summary>Writes the definitions of a document in the form of the table <c>definitions.txt</c>.</summary>
internal static class SchemaLines
{
    /// <summary>The lines of one definition: itself, then every member, those of objects declared in place included.</summary>
    public static IEnumerable<string> Of(string name, JsonNode schema)
    {
        yield return $"{name}{(schema.IsTrue("readOnly") ? "!" : "")}: {Type(schema)}";
        foreach (var (path, member, required) in MembersOf(schema, ""))
        {
            var marks = (required ? "*" : "") + (member.IsTrue("readOnly") ? "!" : "");
            yield return $"  {path}{marks}: {Type(member)}";
        }
    }

    /// <summary>Every member below a schema with its path; a step into an array is written <c>[]</c>.</summary>
    public static IEnumerable<(string Path, JsonNode Member, bool Required)> MembersOf(JsonNode schema, string prefix)
    {
        string[] required = [.. schema["required"].Strings];
        foreach (var (name, member) in schema["properties"].Members)
        {
            var path = prefix + name;
            yield return (path, member!, required.Contains(name));

            var isArray = member!["items"] is not null;
            foreach (var inner in MembersOf(isArray ? member["items"]! : member, path + (isArray ? "[]." : ".")))
            {
                yield return inner;
            }
        }

        foreach (var name in required.Except(schema["properties"].Members.Select(member => member.Key)))
        {
            yield return (prefix + name, new JsonObject { ["type"] = "nothing: required but not declared" }, true);
        }
    }

    private static string Type(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return reference.Replace("#/definitions/", "-> ", StringComparison.Ordinal);
        }

        if (schema["x-ms-dynamic-schema"] is { } dynamic)
        {
            var parameters = dynamic["parameters"].Members.Where(parameter => (string?)parameter.Value?["parameter"] == parameter.Key);
            var names = string.Join(", ", parameters.Select(parameter => parameter.Key).Order(StringComparer.Ordinal));
            return $"object of {dynamic["operationId"]}({names}) {dynamic["value-path"]}";
        }

        if (schema["additionalProperties"] is { } value)
        {
            return $"map of {Type(value)}";
        }

        var type = (string?)schema["type"] switch
        {
            null => "anything",
            "array" => $"array of {Type(schema["items"]!)}",
            var simple => simple,
        };
        var format = (string?)schema["format"] is { } name ? $"({name})" : "";
        var values = schema["enum"] is { } list ? $" {string.Join('|', list.Strings)}" : "";
        return type + format + values;
    }
}
