using Azure.Core;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Authentication;

namespace PowerConnectors.Hosting.Tests;

/// <summary>An emulator, and what clients of it are registered with.</summary>
internal sealed class EmulatedService : IAsyncDisposable
{
    // Ports come back: the registry of the process would know connections of emulators that are gone.
    private readonly ConnectorThrottleRegistry _registry = new();

    private EmulatedService(FlowManagementEmulator emulator) => Emulator = emulator;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public FlowManagementEmulator Emulator { get; }

    public TokenCredential Credential { get; } =
        DelegatedTokenCredential.Create(
            static (_, _) =>
                new AccessToken(EmulatorTokens.Create(EmulatorTokens.Audience, DateTimeOffset.MaxValue), DateTimeOffset.MaxValue)
        );

    public static async Task<EmulatedService> StartAsync(EmulatorOptions? options = null) =>
        new(await FlowManagementEmulator.StartAsync(options, Cancellation));

    public void Configure(PowerAutomateManagementClientSettings settings)
    {
        settings.Endpoint = Emulator.Endpoint;
        settings.ConnectionId = Emulator.ConnectionId;
        settings.Credential = Credential;
        settings.Options.ThrottleRegistry = _registry;
    }

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
