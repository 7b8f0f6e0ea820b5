using System.Text.Json.Nodes;

namespace PowerConnectors.Corpus.Tests.Documents;

/// <summary>How much a document holds of each kind, for 100,000 characters of its text.</summary>
internal static class DocumentShape
{
    private const double Characters = 100_000;

    public static IReadOnlyDictionary<string, double> Of(string text, JsonObject json)
    {
        ConnectorDocument document = new(json);
        JsonObject[] schemas = [.. Schemas.All(json)];
        Dictionary<string, int> counts = new()
        {
            ["operations"] = document.Operations.Count,
            ["parameters"] = document.Operations.Sum(operation => document.Parameters(operation).Count),
            ["responses"] = document.Operations.Sum(static operation => operation.Node["responses"] is JsonObject all ? all.Count : 0),
            ["definitions"] = json["definitions"] is JsonObject definitions ? definitions.Count : 0,
            ["objects"] = schemas.Count(static schema => schema["properties"] is JsonObject),
            ["members"] = schemas.Sum(static schema => schema["properties"] is JsonObject members ? members.Count : 0),
            ["arrays"] = schemas.Count(static schema => schema["items"] is JsonObject),
            ["references"] = schemas.Count(static schema => schema.ContainsKey("$ref")),
            ["enums"] = schemas.Count(static schema => schema["enum"] is JsonArray),
            ["values of enums"] = schemas.Sum(static schema => schema["enum"] is JsonArray values ? values.Count : 0),
            ["dates"] = schemas.Count(static schema => schema["format"]?.ToString() == "date-time"),
            ["characters of descriptions"] = schemas.Sum(static schema => schema["description"]?.ToString().Length ?? 0),
        };
        return counts.ToDictionary(static count => count.Key, count => count.Value * Characters / text.Length);
    }
}
