using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Soak.Calls;

/// <summary>Makes the writes.</summary>
internal sealed class Writer(PowerAutomateManagementClient client, IReadOnlyList<string> flowNames)
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    private static readonly JsonElement s_definition = JsonElement.Parse("""{"triggers":{},"actions":{}}""");

    public Task WriteAsync(int call, CancellationToken cancellationToken)
    {
        int index = CallPlan.FlowOf(call);
        string flow = flowNames[index];
        return CallPlan.KindOf(call) switch
        {
            WriteKind.CreateFlow => client.CreateFlowAsync(Environment, Flow(call), cancellationToken),
            WriteKind.CreateConnection => client.CreateConnectionAsync("shared_sql", Environment, Connection(call), cancellationToken),
            WriteKind.UpdateFlow => client.UpdateFlowAsync(Environment, flow, Flow(call), cancellationToken),
            WriteKind.StartFlow => client.StartFlowAsync(Environment, flow, cancellationToken),
            WriteKind.StopFlow => client.StopFlowAsync(Environment, flow, cancellationToken),
            WriteKind.ModifyFlowOwners => client.ModifyFlowOwnersAsync(Environment, flow, Newcomer(call), cancellationToken),
            WriteKind.ModifyRunOnlyUsers => client.ModifyRunOnlyUsersAsync(Environment, flow, Newcomer(call), cancellationToken),
            WriteKind.ResubmitFlow => client.ResubmitFlowAsync(
                Environment,
                flow,
                CallPlan.TriggerOf(index),
                CallPlan.RunOf(index, 0),
                cancellationToken
            ),
            WriteKind.CancelFlowRun => client.CancelFlowRunAsync(Environment, flow, CallPlan.RunOf(index, 2), cancellationToken),
            _ => client.DeleteFlowAsync(Environment, flow, cancellationToken),
        };
    }

    private static FlowWithConnectionReferences Flow(int call) =>
        new()
        {
            Properties = new FlowWithConnectionReferencesProperties
            {
                DisplayName = CallPlan.NameOf(call),
                Definition = s_definition,
                State = FlowState.Stopped,
            },
        };

    private static Connection Connection(int call) =>
        new()
        {
            Properties = new ConnectionProperties
            {
                ConnectionParameters = JsonElement.Parse($$"""{"name":"{{CallPlan.NameOf(call)}}"}"""),
            },
        };

    private static ModifyFlowPermissionPayload Newcomer(int call) =>
        new()
        {
            Put =
            [
                new FlowPermissionAdd
                {
                    Properties = new PermissionPropertiesAdd
                    {
                        Principal = new PrincipalAdd { Id = CallPlan.NameOf(call), Type = PrincipalType.User },
                    },
                },
            ],
        };
}
