using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Soak.Calls;

/// <summary>Makes the reads, of what no write touches, and checks what comes.</summary>
internal sealed class Reader(PowerAutomateManagementClient client)
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;
    private const string Flow = EmulatorSeed.HttpFlow;
    private const int Environments = 2;
    private const int FlowsInSecondEnvironment = 40;

    /// <summary>Reads, and says whether the answer is right.</summary>
    public async Task<bool> ReadAsync(int call, CancellationToken cancellationToken) =>
        (call % 7) switch
        {
            0 => (await client.ListUserEnvironmentsAsync(cancellationToken).CountAsync(cancellationToken)) == Environments,
            1 => await client.ListMyFlowsAsync(EmulatorSeed.SecondEnvironment, cancellationToken).CountAsync(cancellationToken)
                == FlowsInSecondEnvironment,
            2 => (await client.ListFlowOwnersAsync(Environment, Flow, cancellationToken).CountAsync(cancellationToken)) > 0,
            3 => (await client.AdminGetFlowAsync(Environment, Flow, true, cancellationToken)).Value.Name == Flow,
            4 => (await client.ListCallbackUrlAsync(Environment, Flow, cancellationToken)).Value.Response!.Value!.Contains(
                "sig=",
                StringComparison.Ordinal
            ),
            _ => (await client.GetFlowAsync(Environment, Flow, cancellationToken)).Value.Name == Flow,
        };
}
