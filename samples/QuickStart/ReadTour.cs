using System.Globalization;
using System.Text.Json;
using Azure;
using PowerAutomateManagement;

namespace PowerConnectors.QuickStart;

/// <summary>What changes nothing: environments, flows page by page, one flow in full, and its backup.</summary>
internal sealed class ReadTour(PowerAutomateManagementClient client, string? environmentName)
{
    private const int FlowsToShow = 5;

    /// <returns>The environment that was looked at.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        string environment = await ShowEnvironmentsAsync(cancellationToken);
        string? flow = await ShowFlowsAsync(environment, cancellationToken);
        if (flow is not null)
        {
            await ShowFlowAsync(environment, flow, cancellationToken);
        }

        return environment;
    }

    private async Task<string> ShowEnvironmentsAsync(CancellationToken cancellationToken)
    {
        Report.Step("Environments");
        List<FlowEnvironment> environments = [];
        await foreach (FlowEnvironment environment in client.ListUserEnvironmentsAsync(cancellationToken))
        {
            environments.Add(environment);
        }

        Report.Table(
            ["Name", "Display name", "SKU"],
            environments.Select(environment =>
                (string[])
                    [
                        environment.Name ?? "",
                        environment.Properties?.DisplayName ?? "",
                        environment.Properties?.EnvironmentSku?.ToString() ?? "",
                    ]
            )
        );
        string? chosen = environmentName ?? environments.FirstOrDefault()?.Name;
        return chosen ?? throw new TourException("The connection shows no environment. Check that its owner has access to one.");
    }

    private async Task<string?> ShowFlowsAsync(string environment, CancellationToken cancellationToken)
    {
        Report.Step($"Flows of {environment}");
        List<AdminFlow> first = [];
        int pages = 0;
        int flows = 0;
        await foreach (Page<AdminFlow> page in client.ListMyFlowsAsync(environment, cancellationToken).AsPages())
        {
            pages++;
            flows += page.Values.Count;
            first.AddRange(page.Values.Take(FlowsToShow - first.Count));
        }

        Report.Table(
            ["Name", "State", "Display name"],
            first.Select(flow => (string[])[flow.Name ?? "", flow.Properties.State.ToString(), flow.Properties.DisplayName])
        );
        Report.Fact($"{flows} flows on {pages} pages; the first {first.Count} are shown.");
        return first.FirstOrDefault()?.Name;
    }

    private async Task ShowFlowAsync(string environment, string name, CancellationToken cancellationToken)
    {
        FlowWithConnectionReferences flow = await client.GetFlowAsync(environment, name, cancellationToken);
        Report.Step($"The flow {flow.Properties.DisplayName}");
        Report.Table(
            ["What", "Value"],
            [
                ["State", flow.Properties.State.ToString()],
                ["Created", flow.Properties.CreatedTime?.ToString("u", CultureInfo.InvariantCulture) ?? ""],
                ["Triggers", Names(flow.Properties.Definition, "triggers")],
                ["Actions", Names(flow.Properties.Definition, "actions")],
                ["Connections", string.Join(", ", flow.Properties.ConnectionReferences?.Select(reference => reference.Id) ?? [])],
                ["Undeclared", string.Join(", ", flow.Properties.Json.Names)],
            ]
        );

        string file = await Backup.SaveAsync(flow, cancellationToken);
        Report.Fact(
            $"Backed up to {file} ({new FileInfo(file).Length.ToString(CultureInfo.InvariantCulture)} bytes, undeclared members included)."
        );
    }

    private static string Names(JsonElement definition, string member) =>
        definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty(member, out JsonElement members)
            ? string.Join(", ", members.EnumerateObject().Select(entry => entry.Name))
            : "";
}
