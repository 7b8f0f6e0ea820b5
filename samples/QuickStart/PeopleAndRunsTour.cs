using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.QuickStart;

/// <summary>Owners, run-only users and runs of a flow of the emulator: it needs people and runs whose ids are known.</summary>
internal sealed class PeopleAndRunsTour(PowerAutomateManagementClient client, string environment)
{
    private const string Flow = EmulatorSeed.HttpFlow;
    private const string NewOwner = "0d6c1b7e-5f42-4a98-8f3e-6b2a9c4d7e10";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Report.Step("Owners");
        await client.ModifyFlowOwnersAsync(environment, Flow, Add(NewOwner, PrincipalType.User), cancellationToken);
        await ShowAsync(client.ListFlowOwnersAsync(environment, Flow, cancellationToken));
        await client.ModifyFlowOwnersAsync(environment, Flow, Remove(NewOwner, PrincipalType.User), cancellationToken);
        Report.Fact("Added an owner, shown above, and removed them again.");

        Report.Step("Run-only users");
        await client.ModifyRunOnlyUsersAsync(environment, Flow, Add(NewOwner, PrincipalType.Group), cancellationToken);
        await ShowAsync(client.ListFlowUsersAsync(environment, Flow, cancellationToken));
        await client.ModifyRunOnlyUsersAsync(environment, Flow, Remove(NewOwner, PrincipalType.Group), cancellationToken);
        Report.Fact("Added a group, shown above, and removed it again.");

        Report.Step("Runs");
        Response resubmitted = await client.ResubmitFlowAsync(environment, Flow, "manual", EmulatorSeed.FailedRun, cancellationToken);
        Report.Fact($"Resubmitted {EmulatorSeed.FailedRun}: {resubmitted.Status} {resubmitted.ReasonPhrase}");
        Response cancelled = await client.CancelFlowRunAsync(environment, Flow, EmulatorSeed.RunningRun, cancellationToken);
        Report.Fact($"Cancelled {EmulatorSeed.RunningRun}: {cancelled.Status} {cancelled.ReasonPhrase}");
    }

    private static ModifyFlowPermissionPayload Add(string id, PrincipalType type) =>
        new()
        {
            Put =
            [
                new FlowPermissionAdd
                {
                    Properties = new PermissionPropertiesAdd
                    {
                        Principal = new PrincipalAdd { Id = id, Type = type },
                    },
                },
            ],
        };

    private static ModifyFlowPermissionPayload Remove(string id, PrincipalType type) =>
        new()
        {
            Delete =
            [
                new FlowPermissionRemove
                {
                    Properties = new PermissionPropertiesRemove
                    {
                        Principal = new PrincipalRemove { Id = id, Type = type },
                    },
                },
            ],
        };

    private static async Task ShowAsync(AsyncPageable<FlowPermission> permissions)
    {
        List<string[]> rows = [];
        await foreach (FlowPermission permission in permissions)
        {
            Principal? principal = permission.Properties?.Principal;
            rows.Add([$"{permission.Properties?.RoleName}", $"{principal?.Type}", principal?.Id ?? ""]);
        }

        Report.Table(["Role", "Type", "Object id"], rows);
    }
}
