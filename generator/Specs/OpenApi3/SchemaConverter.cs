using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts schemas, with all that they hold.</summary>
internal sealed class SchemaConverter(ConversionSource source)
{
    // A choice between schemas has no type in C#; the rest is for people, or has no part in what is generated.
    private static readonly HashSet<string> LeftOut =
    [
        "oneOf",
        "anyOf",
        "not",
        "nullable",
        "discriminator",
        "deprecated",
        "example",
        "xml",
    ];

    public JsonObject Convert(Part schema)
    {
        JsonObject converted = [];
        foreach (KeyValuePair<string, JsonNode?> member in schema.Json.Where(static member => !LeftOut.Contains(member.Key)))
        {
            converted[member.Key] = Convert(schema, member.Key, member.Value);
        }

        if (schema.Flag("nullable") == true)
        {
            converted["x-nullable"] = true;
        }

        if (schema.Object("discriminator")?.Text("propertyName") is { } name)
        {
            converted["discriminator"] = name;
        }

        Choose(schema, converted);
        if (schema.Flag("deprecated") == true)
        {
            AddSentence(converted, "Deprecated.");
        }

        source.Origins.Add(converted, schema.Pointer);
        return converted;
    }

    public static void AddSentence(JsonObject converted, string sentence)
    {
        string said = converted["description"]?.ToString().Trim().TrimEnd('.') ?? "";
        converted["description"] = said.Length == 0 ? sentence : $"{said}. {sentence}";
    }

    private JsonNode? Convert(Part schema, string name, JsonNode? value) =>
        (name, value) switch
        {
            (ReferenceTargets.Member, JsonValue) => source.Convert(value.ToString()),
            ("items" or "additionalProperties", JsonObject) => Convert(schema.Object(name)!),
            ("properties", JsonObject) => ConvertAll(schema.ObjectsOf(name)),
            ("allOf", JsonArray) => new JsonArray([.. schema.Items(name).Select(Convert)]),
            _ => value?.DeepClone(),
        };

    private JsonObject ConvertAll(IEnumerable<KeyValuePair<string, Part>> schemas)
    {
        JsonObject converted = [];
        foreach (KeyValuePair<string, Part> schema in schemas)
        {
            converted[schema.Key] = Convert(schema.Value);
        }

        return converted;
    }

    private static string Name(Part alternative) =>
        alternative.Text(ReferenceTargets.Member) is { } reference
            ? ReferenceTargets.Segments(reference).LastOrDefault() ?? ""
            : alternative.Text("title") ?? alternative.Text("type") ?? "something else";

    // A choice of one is none. What several have in common besides them is kept, as members that it does not declare are read too.
    private void Choose(Part schema, JsonObject converted)
    {
        foreach (string choice in (string[])["oneOf", "anyOf"])
        {
            Part[] alternatives = [.. schema.Items(choice)];
            if (alternatives.Length == 1)
            {
                JsonArray parts = converted["allOf"] as JsonArray ?? [];
                converted["allOf"] = parts;
                parts.Add(Convert(alternatives[0]));
                continue;
            }

            string[] names = [.. alternatives.Select(Name).Distinct()];
            if (names.Length > 0)
            {
                AddSentence(converted, $"In JSON, it is one of: {string.Join(", ", names)}.");
            }
        }
    }
}
