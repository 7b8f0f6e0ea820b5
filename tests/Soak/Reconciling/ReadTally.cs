namespace PowerConnectors.Soak.Reconciling;

/// <summary>What came of the reads.</summary>
internal sealed record ReadTally(int Made, int Failed);
