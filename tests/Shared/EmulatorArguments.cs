using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Authentication;

namespace PowerConnectors.Testing;

/// <summary>What a program needs to know of an emulator.</summary>
internal static class EmulatorArguments
{
    /// <summary>Endpoint, connection and a token.</summary>
    public static string[] Of(FlowManagementEmulator emulator) =>
        [
            emulator.Endpoint.ToString(),
            emulator.ConnectionId,
            EmulatorTokens.Create(EmulatorTokens.Audience, TimeProvider.System.GetUtcNow().AddHours(1)),
        ];
}
