using Azure;
using PowerAutomateManagement;

namespace PowerConnectors.QuickStart;

/// <summary>Makes a copy of a flow from its backup, changes it, turns it off and on, and deletes it.</summary>
internal sealed class ChangeTour(PowerAutomateManagementClient client, string environment)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string copy = await CopyAsync(cancellationToken);
        try
        {
            await UpdateAsync(copy, cancellationToken);
            await TurnOffAndOnAsync(copy, cancellationToken);
        }
        finally
        {
            Response deleted = await client.DeleteFlowAsync(environment, copy, CancellationToken.None);
            Report.Fact($"Deleted the copy: {deleted.Status} {deleted.ReasonPhrase}.");
        }
    }

    private async Task<string> CopyAsync(CancellationToken cancellationToken)
    {
        Report.Step("A copy, made from a backup");
        AdminFlow? original = null;
        await foreach (AdminFlow flow in client.ListMyFlowsAsync(environment, cancellationToken))
        {
            original = flow;
            break;
        }

        if (original?.Name is null)
        {
            throw new TourException($"{environment} has no flow to copy.");
        }

        string file = await Backup.SaveAsync(await client.GetFlowAsync(environment, original.Name, cancellationToken), cancellationToken);
        FlowWithConnectionReferences restored = await Backup.LoadAsync(file, cancellationToken);
        restored.Properties.DisplayName += " (copy)";
        Response<Flow> created = await client.CreateFlowAsync(environment, restored, cancellationToken);
        Report.Fact($"Created {created.Value.Name} \"{created.Value.Properties.DisplayName}\".");
        return created.Value.Name ?? throw new TourException("The service gave the copy no name.");
    }

    private async Task UpdateAsync(string name, CancellationToken cancellationToken)
    {
        Report.Step("An update with its connection references");
        FlowWithConnectionReferences flow = await client.GetFlowAsync(environment, name, cancellationToken);
        flow.Properties.DisplayName += ", renamed";
        Response<Flow> updated = await client.UpdateFlowAsync(environment, name, flow, cancellationToken);
        Report.Table(
            ["Alias", "Connection"],
            (updated.Value.Properties.ConnectionReferences ?? []).Select(reference =>
                (string[])[reference.Key, reference.Value.ConnectionName ?? ""]
            )
        );
        Report.Fact($"Now called \"{updated.Value.Properties.DisplayName}\"; the array that was sent came back by alias, nothing lost.");
    }

    private async Task TurnOffAndOnAsync(string name, CancellationToken cancellationToken)
    {
        Report.Step("Off and on");
        await client.StopFlowAsync(environment, name, cancellationToken);
        Report.Fact($"After StopFlow: {await StateAsync(name, cancellationToken)}");
        await client.StartFlowAsync(environment, name, cancellationToken);
        Report.Fact($"After StartFlow: {await StateAsync(name, cancellationToken)}");
    }

    private async Task<FlowState> StateAsync(string name, CancellationToken cancellationToken)
    {
        FlowWithConnectionReferences flow = await client.GetFlowAsync(environment, name, cancellationToken);
        return flow.Properties.State;
    }
}
