namespace PowerConnectors.Benchmarks.Measuring;

/// <summary>What one contender took for one piece of work.</summary>
/// <param name="Benchmarks">The class that measured.</param>
/// <param name="Method">The contender.</param>
/// <param name="Case">The work; empty if there is only one.</param>
/// <param name="Nanoseconds">The median.</param>
/// <param name="Bytes">What was allocated.</param>
internal sealed record Measurement(Type Benchmarks, string Method, string Case, double Nanoseconds, double Bytes);
