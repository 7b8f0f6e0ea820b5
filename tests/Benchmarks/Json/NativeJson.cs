using System.Globalization;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>The same work natively compiled, by a program of its own.</summary>
internal static class NativeJson
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(20);

    public static async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        string project = Repository.PathOf("tests/Benchmarks/Native");
        string folder = Repository.PathOf("artifacts/benchmarks/native");
        await RunAsync("dotnet", ["publish", "-c", "Release", "--output", folder], project, cancellationToken);
        ProcessResult result = await RunAsync(Path.Combine(folder, nameof(NativeJson)), [], Bodies.Folder, cancellationToken);
        return [.. result.Lines.Select(Read)];
    }

    private static async Task<ProcessResult> RunAsync(
        string file,
        string[] arguments,
        string folder,
        CancellationToken cancellationToken
    ) => (await ProcessRunner.RunAsync(file, arguments, folder, s_timeout, cancellationToken)).Succeeded();

    private static Measurement Read(string line)
    {
        string[] cells = line.Split('\t');
        Type benchmarks = cells[0] switch
        {
            "read" => typeof(ReadBenchmarks),
            "write" => typeof(WriteBenchmarks),
            _ => typeof(WriteDeclaredBenchmarks),
        };
        return new Measurement(benchmarks, cells[1], cells[2], Number(cells[3]), Number(cells[4]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
