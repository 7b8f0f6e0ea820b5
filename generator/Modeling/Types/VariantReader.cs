using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Specs.Checks;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Modeling.Types;

/// <summary>Two definitions that are the array and the dictionary of the same elements.</summary>
/// <param name="Array">The array's definition.</param>
/// <param name="Dictionary">The dictionary's definition.</param>
/// <param name="KeyMember">The member of an element that the service derives its key from.</param>
/// <param name="AliasName">The C# property for the key.</param>
internal sealed record VariantPair(string Array, string Dictionary, string KeyMember, string AliasName);

/// <summary>Reads which definitions are variants of each other, which an overlay states.</summary>
internal static class VariantReader
{
    private const string Extension = "x-powerconnectors-variants";
    private const string DefinitionPrefix = "#/definitions/";
    private const string OnlyKeyRule = "lastSegment";

    public static IReadOnlyList<VariantPair> Read(SpecFile file, SpecDocument document, FindingList findings)
    {
        List<VariantPair> pairs = [];
        JsonNode?[] entries = [.. Entries(document.Json[Extension])];
        for (int i = 0; i < entries.Length; i++)
        {
            string? reason = TryRead(document, entries[i], out VariantPair? pair);
            if (reason is null)
            {
                pairs.Add(pair!);
            }
            else
            {
                // Where it is no list, the extension itself is the innermost thing there.
                string[] place = [Extension, i.ToString(CultureInfo.InvariantCulture)];
                findings.AddAt(Descriptors.InvalidExtension, file, place, Extension, reason);
            }
        }

        return pairs;
    }

    // Anything but an array is one entry, which will not be understood.
    private static IEnumerable<JsonNode?> Entries(JsonNode? extension) =>
        extension is null ? [] : extension as JsonArray ?? [(JsonNode?)null];

    private static string? TryRead(SpecDocument document, JsonNode? node, out VariantPair? pair)
    {
        pair = null;
        string? array = Definition(node, "array");
        string? dictionary = Definition(node, "dictionary");
        string? keyMember = (node as JsonObject)?["keyMember"]?.ToString();
        if (array is null || dictionary is null || keyMember is null)
        {
            return "a pair needs 'array', 'dictionary' and 'keyMember'";
        }

        if (node!["keyRule"]?.ToString() != OnlyKeyRule)
        {
            return $"'keyRule' has to be '{OnlyKeyRule}'";
        }

        JsonNode? definitions = document.Json["definitions"];
        string? item = Reference(Inside(definitions, array, "items"));
        string? value = Reference(Inside(definitions, dictionary, "additionalProperties"));
        if (item is null || item != value)
        {
            return $"'{array}' and '{dictionary}' are not an array and a dictionary of the same definition";
        }

        string element = item.StartsWith(DefinitionPrefix, StringComparison.Ordinal) ? item.Substring(DefinitionPrefix.Length) : item;
        JsonObject? key = Inside(definitions, element, "properties", keyMember) as JsonObject;
        if (key?["type"]?.ToString() != "string" || key["enum"] is not null || key["format"] is not null)
        {
            return $"the 'keyMember' '{keyMember}' is not a plain string member of '{element}'";
        }

        string alias = node["aliasName"]?.ToString() ?? "Alias";
        if (!Identifiers.IsIdentifier(alias))
        {
            return $"the 'aliasName' '{alias}' is not a C# name";
        }

        pair = new VariantPair(array, dictionary, keyMember, alias);
        return null;
    }

    private static string? Reference(JsonNode? schema) =>
        schema is not JsonObject members ? null
        : members[AllOfChecks.Member] is JsonArray { Count: 1 } parts ? Reference(parts[0])
        : ReferenceTargets.Of(members);

    private static JsonNode? Inside(JsonNode? node, params string[] names) =>
        names.Aggregate(node, static (current, name) => (current as JsonObject)?[name]);

    private static string? Definition(JsonNode? node, string member) =>
        (node as JsonObject)?[member]?.ToString() is { } reference && reference.StartsWith(DefinitionPrefix, StringComparison.Ordinal)
            ? reference.Substring(DefinitionPrefix.Length)
            : null;
}
