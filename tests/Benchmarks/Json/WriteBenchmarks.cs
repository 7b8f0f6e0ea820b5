using BenchmarkDotNet.Attributes;
using PowerConnectors.Benchmarks.Inputs;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Writes models that were read, with all that they kept.</summary>
public class WriteBenchmarks
{
    private JsonCase _ours = null!;
    private JsonCase _handWritten = null!;
    private object _ourValue = null!;
    private object _handWrittenValue = null!;

    [Params(Bodies.Flows, Bodies.Definition, Bodies.Owners)]
    public string Body { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        byte[] json = Bodies.Read(Body);
        _ours = JsonCases.Ours(Body);
        _handWritten = JsonCases.HandWritten(Body);
        LosslessCheck.Whole.Check(_ours, json);
        LosslessCheck.WithoutNull.Check(_handWritten, json);
        _ourValue = _ours.Read(json);
        _handWrittenValue = _handWritten.Read(json);
    }

    [Benchmark(Baseline = true)]
    public byte[] HandWritten() => _handWritten.Write(_handWrittenValue);

    [Benchmark]
    public byte[] PowerConnectors() => _ours.Write(_ourValue);
}
