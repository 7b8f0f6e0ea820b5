using BenchmarkDotNet.Attributes;
using PowerConnectors.Benchmarks.Inputs;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Reads what NSwag's models can read; by reflection, and so not natively compiled.</summary>
public class NSwagReadBenchmarks
{
    private byte[] _json = [];
    private JsonCase _nswag = null!;

    [Params(Bodies.KnownFlows, Bodies.Definition, Bodies.Owners)]
    public string Body { get; set; } = "";

    // It drops what is not declared, so that there is nothing to compare; what it cannot read is an exception here.
    [GlobalSetup]
    public void Setup()
    {
        _json = Bodies.Read(Body);
        _nswag = NSwagCases.Of(Body);
        _nswag.Read(_json);
    }

    [Benchmark]
    public object NSwag() => _nswag.Read(_json);
}
