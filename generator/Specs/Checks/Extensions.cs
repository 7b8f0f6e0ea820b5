using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Naming;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>The form that vendor extensions must have where their text becomes a name or their members are read.</summary>
internal static class Extensions
{
    public const string ClientName = "x-ms-client-name";
    public const string TypeName = "x-powerconnectors-type-name";
    public const string Enum = "x-ms-enum";

    /// <summary>Whether it says what the type is called that a schema declares.</summary>
    public static bool NamesType(string name) => name is Enum or TypeName;

    public static string? WhyNotUnderstood(string name, JsonNode? value) =>
        name switch
        {
            ClientName or TypeName => WhyNotName(value),
            Enum => WhyNotEnum(value),
            "x-ms-pageable" or "x-ms-dynamic-values" or "x-ms-dynamic-list" or "x-ms-dynamic-schema" or "x-ms-dynamic-properties" => value
                is null
                    or JsonObject
                ? null
                : "it has to be an object",
            "x-powerconnectors-repeatable" => value?.GetValueKind() is null or JsonValueKind.True or JsonValueKind.False
                ? null
                : "it has to be true or false",
            _ => null,
        };

    /// <summary>Why an extension does nothing beside a reference.</summary>
    public static string? WhyNotBesideReference(string name) =>
        NamesType(name) ? "it names the type, and a $ref beside it refers to one that has its name" : null;

    private static string? WhyNotEnum(JsonNode? value) =>
        value is not (null or JsonObject) ? "it has to be an object with a 'name'"
        : value?["name"] is { } name && (name.GetValueKind() != JsonValueKind.String || string.IsNullOrWhiteSpace(name.ToString()))
            ? "its 'name' has to be a text, and not empty"
        : null;

    private static string? WhyNotName(JsonNode? value)
    {
        string text = value?.ToString() ?? "";
        return value?.GetValueKind() == JsonValueKind.String && Identifiers.IsIdentifier(text) ? null : $"'{text}' is not a C# name";
    }
}
