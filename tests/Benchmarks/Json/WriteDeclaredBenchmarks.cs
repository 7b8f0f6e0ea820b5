using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PowerAutomateManagement;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Peers.HandWritten;
using PowerConnectors.Json;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Writes models with nothing but declared members: what System.Text.Json has its fast path for.</summary>
public class WriteDeclaredBenchmarks
{
    private ResourceArrayOfFlowPermission _ours = null!;
    private PlainPage _handWritten = null!;

    [GlobalSetup]
    public void Setup()
    {
        byte[] json = Bodies.Read(Bodies.Owners);
        _handWritten = JsonSerializer.Deserialize(json, HandWrittenContext.Default.PlainPermissions)!;
        byte[] declared = JsonSerializer.SerializeToUtf8Bytes(_handWritten, HandWrittenContext.Default.PlainPermissions);
        _ours = ConnectorJson.Parse<ResourceArrayOfFlowPermission>(declared);
        if (!declared.AsSpan().SequenceEqual(ConnectorJson.ToUtf8Bytes(_ours)))
        {
            throw new InvalidOperationException("Not the same is written.");
        }
    }

    /// <summary>How many bytes are written.</summary>
    internal static int Length()
    {
        WriteDeclaredBenchmarks benchmarks = new();
        benchmarks.Setup();
        return benchmarks.HandWritten().Length;
    }

    [Benchmark(Baseline = true)]
    public byte[] HandWritten() => JsonSerializer.SerializeToUtf8Bytes(_handWritten, HandWrittenContext.Default.PlainPermissions);

    [Benchmark]
    public byte[] PowerConnectors() => ConnectorJson.ToUtf8Bytes(_ours);
}
