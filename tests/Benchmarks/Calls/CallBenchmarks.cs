using BenchmarkDotNet.Attributes;
using PowerConnectors.Benchmarks.Inputs;

namespace PowerConnectors.Benchmarks.Calls;

/// <summary>One call, from arguments to a model.</summary>
public class CallBenchmarks : IDisposable
{
    private FlowCalls _calls = null!;

    [Params(Transports.InMemory, Transports.Kestrel)]
    public string Transport { get; set; } = "";

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _calls = new FlowCalls(Transport, Bodies.Read(Bodies.Flow));
        await CallSuite.CheckAsync(_calls);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _calls.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public Task<string?> HandWritten() => _calls.HandWrittenAsync();

    [Benchmark]
    public Task<string?> PowerConnectors() => _calls.PowerConnectorsAsync();

    [Benchmark]
    public Task<string?> NSwag() => _calls.NSwagAsync();

    [Benchmark]
    public Task<string?> Refit() => _calls.RefitAsync();
}
