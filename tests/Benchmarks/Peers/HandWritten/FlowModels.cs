using System.Text.Json;
using System.Text.Json.Serialization;

namespace PowerConnectors.Benchmarks.Peers.HandWritten;

// What somebody who knows System.Text.Json well writes by hand for the same members: nothing of an answer is lost.

internal sealed class Page<T>
{
    public List<T>? Value { get; set; }

    public string? NextLink { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class Flow<TReferences>
{
    public string? Name { get; set; }

    public FlowProperties<TReferences>? Properties { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class FlowProperties<TReferences>
{
    public string? DisplayName { get; set; }

    public JsonElement? Definition { get; set; }

    public string? State { get; set; }

    public TReferences? ConnectionReferences { get; set; }

    public DateTimeOffset? CreatedTime { get; set; }

    public DateTimeOffset? LastModifiedTime { get; set; }

    public string? TemplateName { get; set; }

    public string? FlowTriggerUri { get; set; }

    public string? InstallationStatus { get; set; }

    public Creator? Creator { get; set; }

    public Summary? DefinitionSummary { get; set; }

    public Suspension? EstimatedSuspensionData { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class ConnectionReference
{
    public string? ConnectionName { get; set; }

    public string? DisplayName { get; set; }

    public string? Id { get; set; }

    public string? Source { get; set; }

    public string? ConnectionReferenceLogicalName { get; set; }

    public JsonElement? ApiDefinition { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class Creator
{
    public string? TenantId { get; set; }

    public string? ObjectId { get; set; }

    public string? UserId { get; set; }

    public string? UserType { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class Summary
{
    public List<SummaryTrigger>? Triggers { get; set; }

    public List<SummaryAction>? Actions { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class SummaryTrigger
{
    public string? Type { get; set; }

    public string? Kind { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class SummaryAction
{
    public string? Type { get; set; }

    public string? SwaggerOperationId { get; set; }

    public SummaryApi? Api { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class SummaryApi
{
    public string? Name { get; set; }

    public string? Id { get; set; }

    public string? Type { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}

internal sealed class Suspension
{
    public string? Reason { get; set; }

    public DateTimeOffset? Time { get; set; }

    public bool? PowerAppPlanExcluded { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Undeclared { get; set; }
}
