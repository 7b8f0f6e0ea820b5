using BenchmarkDotNet.Attributes;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Writes models with nothing but declared members.</summary>
public class WriteDeclaredBenchmarks
{
    private DeclaredOwners _owners = null!;

    [GlobalSetup]
    public void Setup() => _owners = DeclaredOwners.Make();

    [Benchmark(Baseline = true)]
    public byte[] HandWritten() => _owners.WriteHandWritten();

    [Benchmark]
    public byte[] PowerConnectors() => _owners.WriteOurs();
}
