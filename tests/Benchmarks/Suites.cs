using PowerConnectors.Benchmarks.Calls;
using PowerConnectors.Benchmarks.Consumers;
using PowerConnectors.Benchmarks.Json;
using PowerConnectors.Benchmarks.Lists;
using PowerConnectors.Benchmarks.Throttle;

namespace PowerConnectors.Benchmarks;

/// <summary>All suites, in the order of docs/performance.md.</summary>
internal static class Suites
{
    public static IReadOnlyList<Suite> All { get; } =
    [new JsonSuite(), new CallSuite(), new ListSuite(), new GeneratorSuite(), new ConsumerSuite(), new ThrottleSuite()];
}
