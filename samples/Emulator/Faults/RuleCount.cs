namespace PowerConnectors.Emulator.Faults;

/// <summary>What has come of a rule.</summary>
/// <param name="Name">The rule's name, or the kind of its fault.</param>
/// <param name="Seen">How many requests the rule was for, apart from those that met the fault of a rule ahead of it.</param>
/// <param name="Happened">How many of them met the fault.</param>
public sealed record RuleCount(string Name, int Seen, int Happened);
