using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>The same work natively compiled, by a program of its own.</summary>
internal static class NativeJson
{
    public static async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        string folder = Repository.PathOf("artifacts/benchmarks/native");
        (
            await DotNet.RunAsync(
                Repository.PathOf("tests/Benchmarks/Native"),
                ["publish", "-c", "Release", "--output", folder],
                cancellationToken
            )
        ).Succeeded();
        return await MeasuringProcesses.RunAsync(Path.Combine(folder, nameof(NativeJson)), [], Repository.Root, cancellationToken);
    }
}
