using System.Text.Json.Nodes;
using PowerAutomateManagement;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Every generated model with the part of the document that it was made of.</summary>
internal static class ModelSchemas
{
    private static readonly JsonObject s_document = Load();

    // Objects that the document declares in place have no definition of their own.
    private static readonly Dictionary<string, string[]> s_inPlace = new(StringComparer.Ordinal)
    {
        ["DefinitionSummaryTrigger"] = ["DefinitionSummary", "properties", "triggers", "items"],
        ["DefinitionSummaryAction"] = ["DefinitionSummary", "properties", "actions", "items"],
        ["DefinitionSummaryActionApi"] = ["DefinitionSummary", "properties", "actions", "items", "properties", "api"],
        ["FlowCallbackUrl"] = ["FlowListCallbackUrlResponse", "properties", "response"],
    };

    public static IReadOnlyDictionary<string, Type> Models { get; } =
        typeof(PowerAutomateManagementClient)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(PowerAutomateManagementClient).Namespace)
            .Where(type => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConnectorModel<>)))
            .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The names of the models that the document asks for.</summary>
    public static IEnumerable<string> Described =>
        Definitions
            .Where(definition => !IsFree(definition.Value!.AsObject()))
            .Select(definition => ModelName(definition.Key))
            .Concat(s_inPlace.Keys);

    /// <summary>The names of all models.</summary>
    public static TheoryData<string> All => [.. Models.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The names of the models that have members of their own.</summary>
    public static TheoryData<string> Objects =>
        [
            .. Models
                .Where(model => typeof(ConnectorModel).IsAssignableFrom(model.Value))
                .Select(model => model.Key)
                .Order(StringComparer.Ordinal),
        ];

    public static JsonObject Schema(string model) =>
        s_inPlace.TryGetValue(model, out string[]? path)
            ? path.Aggregate(Definitions, (schema, step) => schema[step]!.AsObject())
            : Definitions.Single(definition => ModelName(definition.Key) == model).Value!.AsObject();

    /// <summary>The members that the document declares for a model.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> Members(string model) =>
        (Schema(model)["properties"] as JsonObject ?? []).Select(member =>
            KeyValuePair.Create(member.Key, Resolve(member.Value!.AsObject()))
        );

    /// <summary>A schema with its reference followed.</summary>
    public static JsonObject Resolve(JsonObject schema) =>
        schema["$ref"] is { } reference ? Definitions[reference.GetValue<string>()["#/definitions/".Length..]]!.AsObject() : schema;

    /// <summary>Whether a schema says no more than that there is some JSON.</summary>
    public static bool IsFree(JsonObject schema) =>
        schema["type"]?.GetValue<string>() == "object" && schema["properties"] is null && schema["additionalProperties"] is null;

    private static JsonObject Definitions => s_document["definitions"]!.AsObject();

    private static string ModelName(string definition) =>
        definition switch
        {
            "Environment" or "EnvironmentProperties" => $"Flow{definition}",
            _ => definition
                .Replace("ResourceArray[", "ResourceArrayOf", StringComparison.Ordinal)
                .Replace("[", "", StringComparison.Ordinal)
                .Replace("]", "", StringComparison.Ordinal),
        };

    private static JsonObject Load()
    {
        using Stream stream = typeof(ModelSchemas).Assembly.GetManifestResourceStream("flowmanagement.swagger.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
