using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Reads the schemas of parameters and of the fields of forms, and makes them what Swagger 2.0 says at the parameter itself.</summary>
internal sealed class ParameterSchemas(ConversionSource source, SchemaConverter schemas)
{
    private static readonly string[] Parts = ["allOf", "oneOf", "anyOf"];

    private static readonly HashSet<string> Shape = ["type", "format", "enum", "items"];

    private static readonly HashSet<string> Texts = ["default", "description"];

    /// <summary>A schema, and what it says more about, the nearest first: a part alone is what the whole is.</summary>
    public List<Part> Meant(Part schema)
    {
        List<Part> meant = [];
        HashSet<JsonObject> seen = [];
        Part? at = schema;
        while (at is not null && source.Resolve(at) is { } target && seen.Add(target.Json))
        {
            meant.Add(target);
            Part[] parts = [.. Parts.SelectMany(target.Items)];
            at = parts.Length == 1 && target.Json["properties"] is null ? parts[0] : null;
        }

        return meant;
    }

    /// <summary>What a schema is in the end.</summary>
    public static Part? EndOf(List<Part> meant) => meant.Count == 0 ? null : meant[meant.Count - 1];

    /// <summary>Says at the parameter what a schema says: Swagger 2.0 has no schema there.</summary>
    public void TakeOver(JsonObject converted, Part target) =>
        TakeOver(converted, target, static name => Shape.Contains(name) || Texts.Contains(name) || IsExtension(name));

    /// <summary>As <see cref="TakeOver(JsonObject, Part)"/>, but for the shape, where the parameter does have a schema.</summary>
    public void TakeOverTexts(JsonObject converted, Part target) =>
        TakeOver(converted, target, static name => Texts.Contains(name) || (IsExtension(name) && !Extensions.NamesType(name)));

    private void TakeOver(JsonObject converted, Part target, Func<string, bool> takes)
    {
        JsonObject all = schemas.Convert(target);
        foreach (KeyValuePair<string, JsonNode?> member in all.ToArray())
        {
            // What the parameter says itself is nearer.
            if (takes(member.Key) && !converted.ContainsKey(member.Key))
            {
                all.Remove(member.Key);
                converted[member.Key] = member.Value;
                source.Origins.Add(member.Value, target.Place(member.Key));
            }
        }
    }

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>How a list is written.</summary>
    public static string ListForm(string style, bool? explode) =>
        style switch
        {
            "spaceDelimited" when explode == false => "ssv",
            "pipeDelimited" when explode == false => "pipes",
            "form" or "spaceDelimited" or "pipeDelimited" when explode != false => "multi",
            _ => "csv",
        };
}
