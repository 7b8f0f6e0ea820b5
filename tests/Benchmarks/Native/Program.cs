using PowerConnectors.Benchmarks.Json;

await JsonTurns.RunAsync(static _ => []);
