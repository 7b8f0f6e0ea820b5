using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>The extension that says of a member or parameter that knowing its value gives access.</summary>
internal static class SecretMark
{
    public const string Key = "x-powerconnectors-secret";

    /// <param name="owner">The object that the extension stands in.</param>
    /// <param name="schema">The same, or what it refers to.</param>
    /// <param name="pointer">Where the extension stands.</param>
    public static string? WhyNotUnderstood(JsonObject owner, JsonObject schema, IReadOnlyList<string> pointer) =>
        owner[Key]?.GetValueKind() switch
        {
            null or JsonValueKind.False => null,
            not JsonValueKind.True => "it has to be true or false",
            _ when PlaceName(owner, pointer) is null || !IsText(schema) =>
                "it has to stand at a member or parameter of type string that is no enumeration and no point in time",
            _ => null,
        };

    /// <summary>The name on the wire of what is marked as secret; nothing if it is marked as none.</summary>
    public static string? FindName(JsonObject owner, IReadOnlyList<string> pointer) =>
        owner[Key]?.GetValueKind() == JsonValueKind.True ? PlaceName(owner, pointer) : null;

    private static string? PlaceName(JsonObject owner, IReadOnlyList<string> pointer) =>
        pointer.Count > 2 && pointer[pointer.Count - 3] == "properties" ? pointer[pointer.Count - 2]
        : owner["in"] is not null ? owner["name"]?.ToString()
        : null;

    // An enumeration or a point in time is one of few values, which are no secret, and is no string in C#.
    private static bool IsText(JsonObject schema) =>
        schema["type"]?.ToString() == "string" && schema["enum"] is null && schema["format"]?.ToString() != "date-time";
}
