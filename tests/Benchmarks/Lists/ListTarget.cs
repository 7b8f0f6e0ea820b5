namespace PowerConnectors.Benchmarks.Lists;

/// <summary>What to list.</summary>
internal sealed record ListTarget(string Endpoint, string Connection, string Token, string Environment);
