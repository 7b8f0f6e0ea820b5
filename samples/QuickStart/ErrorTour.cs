using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.QuickStart;

/// <summary>What errors look like: one from the service, and one that never gets as far.</summary>
internal sealed class ErrorTour(PowerAutomateManagementClient client, string environment)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Report.Step("An error of the service");
        try
        {
            await client.GetFlowAsync(environment, "00000000-0000-0000-0000-000000000000", cancellationToken);
            throw new TourException("A flow that does not exist was answered.");
        }
        catch (ConnectorRequestException exception)
        {
            Report.Table(
                ["Property", "Value"],
                [
                    ["OperationName", exception.OperationName],
                    ["Status", $"{exception.Status}"],
                    ["ErrorCode", exception.ErrorCode ?? ""],
                    ["ServiceMessage", exception.ServiceMessage ?? ""],
                    ["RequestId", exception.RequestId ?? ""],
                ]
            );
        }

        Report.Step("A change that would break a flow, refused before it is sent");
        FlowWithConnectionReferences flow = await client.GetFlowAsync(environment, EmulatorSeed.TwoSqlFlow, cancellationToken);
        try
        {
            await client.UpdateFlowAsync(environment, EmulatorSeed.TwoSqlFlow, flow, cancellationToken);
            throw new TourException("Connection references that the service cannot tell apart were sent.");
        }
        catch (ArgumentException exception)
        {
            Report.Fact(exception.Message);
        }

        flow.Properties.ConnectionReferences = null;
        flow.Properties.DisplayName += " (nightly)";
        Flow updated = await client.UpdateFlowAsync(environment, EmulatorSeed.TwoSqlFlow, flow, cancellationToken);
        Report.Fact($"Without its connection references the rest is updated: \"{updated.Properties.DisplayName}\".");
    }
}
