using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Flows;

/// <summary>Makes a flow as the service keeps it: far more than the document declares.</summary>
internal static class FlowFactory
{
    public static FlowRecord Create(string environment, string name, FlowContent content, string time)
    {
        var flow = new FlowRecord(environment, name, Properties(environment, name, content, time));
        if (content.ConnectionReferences is null)
        {
            flow.Properties.Remove(ConnectionReferences.Member);
        }

        flow.Owners.Add(Permissions.Create(EmulatorSeed.CallerObjectId, "User", "Owner"));
        return flow;
    }

    private static JsonObject Properties(string environment, string name, FlowContent content, string time) =>
        new()
        {
            ["apiId"] = "/providers/Microsoft.PowerApps/apis/shared_logicflows",
            ["displayName"] = content.DisplayName,
            ["userType"] = "Owner",
            ["definition"] = content.Definition,
            ["state"] = content.State,
            ["connectionReferences"] = content.ConnectionReferences,
            ["createdTime"] = time,
            ["lastModifiedTime"] = time,
            ["templateName"] = null,
            ["flowTriggerUri"] = $"https://management.azure.com/subscriptions/{EmulatorSeed.TenantId}/workflows/{name}/triggers",
            ["installationStatus"] = "Installed",
            ["environment"] = new JsonObject
            {
                ["name"] = environment,
                ["type"] = "Microsoft.ProcessSimple/environments",
                ["id"] = $"/providers/Microsoft.ProcessSimple/environments/{environment}",
            },
            ["definitionSummary"] = DefinitionSummary.Of(content.Definition),
            ["creator"] = Creator(),
            ["provisioningMethod"] = "FromDefinition",
            ["flowFailureAlertSubscribed"] = true,
            ["workflowEntityId"] = StableGuid.Of("workflow", name),
            ["workflowUniqueId"] = StableGuid.Of("unique", name),
            ["plan"] = "NotSpecified",
            ["flowSuspensionReason"] = "None",
            ["flowSuspensionReasonDetails"] = null,
            ["referencedResources"] = new JsonArray(
                new JsonObject
                {
                    ["service"] = "sharepoint",
                    ["resource"] = new JsonObject { ["site"] = "https://contoso.sharepoint.example/sites/ops", ["list"] = "Orders" },
                    ["referencers"] = new JsonArray(
                        new JsonObject { ["referenceSourceType"] = "Triggers", ["operationId"] = "GetOnNewItems" }
                    ),
                }
            ),
            ["licenseData"] = new JsonObject
            {
                ["performanceProfile"] = new JsonObject
                {
                    ["throttles"] = new JsonObject { ["mode"] = "Medium", ["actionsPerDay"] = 6000 },
                },
                ["flowLicenseName"] = "CDSFLOWPERUSER",
                ["isLicensed"] = true,
            },
            ["isManaged"] = false,
            ["machineDescriptionData"] = new JsonObject(),
            ["flowOpenAiData"] = new JsonObject { ["isConsequential"] = false, ["isConsequentialFlagOverwritten"] = false },
            ["sharingType"] = "PublicShare",
        };

    private static JsonObject Creator() =>
        new()
        {
            ["tenantId"] = EmulatorSeed.TenantId,
            ["objectId"] = EmulatorSeed.CallerObjectId,
            ["userId"] = EmulatorSeed.CallerObjectId,
            ["userType"] = "ActiveDirectory",
        };
}
