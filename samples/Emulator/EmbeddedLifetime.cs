namespace PowerConnectors.Emulator;

/// <summary>Leaves Ctrl+C to the program that embeds the emulator; the host's own lifetime would take it away.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
