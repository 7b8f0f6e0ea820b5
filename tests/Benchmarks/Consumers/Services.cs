using System.Text;
using PowerConnectors.Benchmarks.Calls;
using PowerConnectors.Benchmarks.Inputs;

namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>What the consumers call: one service for each document.</summary>
internal sealed class Services : IAsyncDisposable
{
    private readonly FlowServer _small;
    private readonly FlowServer _large;

    private Services(FlowServer small, FlowServer large)
    {
        _small = small;
        _large = large;
    }

    public static async Task<Services> StartAsync(CancellationToken cancellationToken) =>
        new(
            await FlowServer.StartAsync(Bodies.Read(Bodies.Flow), cancellationToken),
            await FlowServer.StartAsync(
                Encoding.UTF8.GetBytes($$"""{"id":"1","name":"{{NativeRun.Expected}}","plan":"Free"}"""),
                cancellationToken
            )
        );

    /// <summary>Runs a consumer's program, which makes one call.</summary>
    public Task<NativeRun> CallAsync(Consumer consumer, string program, bool looksAtMemory) =>
        NativeRuns.RunAsync(
            program,
            [(consumer.Document == Consumer.Large ? _large : _small).Endpoint, "connection", "not-a-token", "environment", "flow"],
            looksAtMemory
        );

    public async ValueTask DisposeAsync()
    {
        await _small.DisposeAsync();
        await _large.DisposeAsync();
    }
}
