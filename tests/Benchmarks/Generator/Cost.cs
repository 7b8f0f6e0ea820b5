namespace PowerConnectors.Benchmarks.Generator;

/// <summary>What a piece of work takes.</summary>
internal readonly record struct Cost(double Milliseconds, double Megabytes);
