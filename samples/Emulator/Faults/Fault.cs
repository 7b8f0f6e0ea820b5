namespace PowerConnectors.Emulator.Faults;

/// <summary>An answer to give instead of the real one.</summary>
internal sealed record Fault(int Status, string? ContentType, string? Body, IReadOnlyDictionary<string, string>? Headers);
