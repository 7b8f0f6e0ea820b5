using PowerConnectors.Emulator.Faults;

namespace PowerConnectors.Emulator.Administration;

/// <summary>What the emulator has done so far.</summary>
/// <param name="Requests">The requests that arrived.</param>
/// <param name="CarriedOut">Those that were carried out.</param>
/// <param name="TurnedAway">Those that were turned away because of a limit.</param>
/// <param name="Faults">How many requests met each fault since the start, whatever script it was of.</param>
/// <param name="Rules">What has come of the rules of the present script.</param>
internal sealed record EmulatorStatistics(
    int Requests,
    int CarriedOut,
    int TurnedAway,
    IReadOnlyDictionary<string, int> Faults,
    IReadOnlyList<RuleCount> Rules
);
