namespace PowerConnectors.Soak.Service;

/// <summary>What the emulator counted.</summary>
internal sealed record ServiceStatistics(int Requests, int CarriedOut, Dictionary<string, int> Faults);
