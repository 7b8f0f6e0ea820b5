using BenchmarkDotNet.Attributes;
using PowerConnectors.Benchmarks.Inputs;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Reads an answer into models.</summary>
public class ReadBenchmarks
{
    private byte[] _json = [];
    private JsonCase _ours = null!;
    private JsonCase _handWritten = null!;

    [Params(Bodies.Flows, Bodies.Definition, Bodies.Owners)]
    public string Body { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _json = Bodies.Read(Body);
        _ours = JsonCases.Ours(Body);
        _handWritten = JsonCases.HandWritten(Body);
        LosslessCheck.Whole.Check(_ours, _json);
        LosslessCheck.WithoutNull.Check(_handWritten, _json);
    }

    [Benchmark(Baseline = true)]
    public object HandWritten() => _handWritten.Read(_json);

    [Benchmark]
    public object PowerConnectors() => _ours.Read(_json);

    [Benchmark]
    public int Tokens() => JsonCases.CountTokens(_json);
}
