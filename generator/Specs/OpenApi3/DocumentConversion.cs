using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>
/// Says an OpenAPI 3.0 document in Swagger 2.0, so that all that follows knows one form of documents: this folder is the only place where the versions differ.
/// What has no such form is a finding, or listed on the page of what is ignored.
/// </summary>
internal static class DocumentConversion
{
    private const string Variants = "x-powerconnectors-variants";
    private const string Reference = "#/components/schemas/";

    private static readonly HashSet<string> Kept = ["info", "tags", "security"];

    public static bool IsNeeded(JsonObject document) => document["openapi"] is not null;

    public static JsonObject Convert(JsonObject document, SpecFile file, FindingList findings)
    {
        new ShapeChecks(file, findings).Check(document, DocumentShape.Document);
        new FaultyReferences(document, file, findings).LeaveOut();
        ConversionSource source = new(document, file, findings);
        SchemaConverter schemas = new(source);
        ServerConverter servers = new(source);
        JsonObject converted = new() { ["swagger"] = "2.0" };
        foreach (KeyValuePair<string, JsonNode?> member in document.Where(static member => IsKept(member.Key)))
        {
            converted[member.Key] = member.Value?.DeepClone();
        }

        RenameDefinitions(converted[Variants]);
        servers.Convert(converted);
        converted["paths"] = new OperationConverter(source, schemas, servers).Convert(source.Document.Object("paths")!);
        if (source.Document.Object("components") is { } components)
        {
            converted["securityDefinitions"] = new SecurityConverter(source).Convert(components);
            converted["definitions"] = ConvertAll(components.ObjectsOf("schemas"), schemas);
            source.Origins.Add(converted["definitions"], components.Place("schemas"));
        }

        JsonObject definitions = converted["definitions"] as JsonObject ?? [];
        converted["definitions"] = definitions;
        while (source.TryTake(out KeyValuePair<string, Part> named))
        {
            definitions[named.Key] = schemas.Convert(named.Value);
        }

        findings.FollowConversion(converted, source.Origins);
        return converted;
    }

    private static bool IsKept(string name) => Kept.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal);

    private static JsonObject ConvertAll(IEnumerable<KeyValuePair<string, Part>> all, SchemaConverter schemas)
    {
        JsonObject converted = [];
        foreach (KeyValuePair<string, Part> schema in all)
        {
            converted[schema.Key] = schemas.Convert(schema.Value);
        }

        return converted;
    }

    // An extension of ours names definitions, too.
    private static void RenameDefinitions(JsonNode? variants)
    {
        foreach (JsonObject pair in (variants as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (string member in (string[])["array", "dictionary"])
            {
                if (pair[member]?.ToString() is { } reference && reference.StartsWith(Reference, StringComparison.Ordinal))
                {
                    pair[member] = $"#/definitions/{reference.Substring(Reference.Length)}";
                }
            }
        }
    }
}
