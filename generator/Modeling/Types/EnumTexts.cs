using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>The values of an enumeration as texts, and the names that the document gives them. Null is no value: a member that is null has none.</summary>
internal static class EnumTexts
{
    private const string TitlesKey = "x-ms-enum-values";

    private static readonly string[] NamesKeys = ["x-enum-varnames", "x-enumNames"];

    /// <summary>Everything that names an enumeration or its values.</summary>
    public static readonly string[] Keys = [Extensions.Enum, TitlesKey, .. NamesKeys];

    public static bool AreStrings(IOpenApiSchema schema) =>
        Values(schema).Any() && Values(schema).All(static value => value.GetValueKind() == JsonValueKind.String);

    public static bool AreWholeNumbers(IOpenApiSchema schema) =>
        Values(schema).Any() && Values(schema).All(static value => JsonNumbers.WholeNumber(value) is not null);

    public static bool AreNumbers(IOpenApiSchema schema) =>
        Values(schema).Any() && Values(schema).All(static value => JsonNumbers.Number(value) is not null);

    /// <summary>The values, numbers in the form in which C# and JSON have them.</summary>
    public static IEnumerable<string> Of(IOpenApiSchema schema, ValueKind kind) =>
        Values(schema).Select(value => TextOf(value, kind)).OfType<string>();

    /// <summary>What the values are called where the document says so.</summary>
    public static IReadOnlyDictionary<string, string> Names(IOpenApiSchema schema, ValueKind kind)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);

        // A title is written for people, and better than the value only where that is a bare number.
        if (kind != ValueKind.Enum)
        {
            AddPairs(DocTexts.Node(schema.Extensions, TitlesKey) as JsonArray, "displayName");
        }

        foreach (JsonArray list in NamesKeys.Select(key => DocTexts.Node(schema.Extensions, key)).OfType<JsonArray>())
        {
            foreach ((JsonNode? value, JsonNode? name) in (schema.Enum ?? []).Zip(list, static (value, name) => (value, name)))
            {
                Add(value, name);
            }
        }

        AddPairs((DocTexts.Node(schema.Extensions, Extensions.Enum) as JsonObject)?["values"] as JsonArray, "name");
        return names;

        void AddPairs(JsonArray? pairs, string key)
        {
            foreach (JsonObject pair in pairs?.OfType<JsonObject>() ?? [])
            {
                Add(pair["value"], pair[key]);
            }
        }

        void Add(JsonNode? value, JsonNode? name)
        {
            if (value is not null && TextOf(value, kind) is { } text && name is JsonValue && $"{name}".Any(char.IsLetterOrDigit))
            {
                names[text] = $"{name}";
            }
        }
    }

    /// <summary>What a number without a name is called: <c>Value5</c>, <c>ValueMinus1</c>, <c>Value1_5</c>.</summary>
    public static string NameOfNumber(string number) => $"Value{number.Replace("-", "Minus").Replace(".", "_").Replace("+", "")}";

    private static IEnumerable<JsonNode> Values(IOpenApiSchema schema) =>
        schema.Enum is { Count: > 0 } values
            ? values.Where(static value => value is not null && !JsonNullSentinel.IsJsonNullSentinel(value))
            : [];

    private static string? TextOf(JsonNode value, ValueKind kind) =>
        kind switch
        {
            ValueKind.Int64Enum => JsonNumbers.WholeNumber(value),
            ValueKind.DoubleEnum => JsonNumbers.Number(value),
            _ => value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.ToString() : null,
        };
}
