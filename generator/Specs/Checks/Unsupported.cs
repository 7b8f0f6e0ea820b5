using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>What a document may say and the generator does not follow yet: so that nobody has to find out from what is missing.</summary>
internal static class Unsupported
{
    private static readonly HashSet<string> Types = ["object", "array", "string", "integer", "number", "boolean", "null", "file"];
    private static readonly HashSet<string> ListForms = ["csv", "ssv", "tsv", "pipes", "multi"];

    /// <summary>What follows from a member that is not followed, or nothing if it is.</summary>
    public static string? Find(string name, JsonNode? value) =>
        (name, value) switch
        {
            ("type", JsonValue) when value.GetValueKind() == JsonValueKind.String && !Types.Contains($"{value}") =>
                "it is no type of Swagger 2.0, and the value is free JSON",
            ("type", JsonArray) => "the value is free JSON",
            ("oneOf" or "anyOf", JsonArray) => "Swagger 2.0 has no choice between schemas, and the value is what stands beside it",
            ("collectionFormat", JsonValue) when !ListForms.Contains($"{value}") =>
                "it is no form of lists, and commas stand between the items",
            _ => null,
        };

    /// <summary>The same of a member of a list's items.</summary>
    public static string? FindInItem(JsonObject item, string name) =>
        name == "collectionFormat" && $"{item["type"]}" == "array" && $"{item[name]}" != "csv"
            ? "a list within a list is a text, in whatever form the caller writes it"
            : null;
}
