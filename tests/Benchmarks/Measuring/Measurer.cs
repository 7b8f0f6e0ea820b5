using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Measuring;

/// <summary>Runs classes of benchmarks with BenchmarkDotNet.</summary>
internal static class Measurer
{
    /// <exception cref="InvalidOperationException">A benchmark failed.</exception>
    public static IReadOnlyList<Measurement> Run(Type[] benchmarks, IReadOnlyDictionary<string, string>? environment = null)
    {
        Job job = Job
            .Default.WithWarmupCount(4)
            .WithIterationCount(12)
            .WithIterationTime(TimeInterval.FromMilliseconds(250))
            // What BenchmarkDotNet generates is not to our taste.
            .WithArguments([
                new MsBuildArgument("/p:TreatWarningsAsErrors=false"),
                new MsBuildArgument("/p:MSBuildTreatWarningsAsErrors=false"),
            ])
            .WithEnvironmentVariable(Bodies.FolderVariable, Bodies.Folder);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            job = job.WithEnvironmentVariable(name, value);
        }

        IConfig config = ManualConfig
            .CreateMinimumViable()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithBuildTimeout(TimeSpan.FromMinutes(15))
            .WithArtifactsPath(Repository.PathOf("artifacts/benchmarks"));
        Summary[] summaries = BenchmarkRunner.Run(benchmarks, config);
        Summary? failed = summaries.FirstOrDefault(static summary =>
            summary.HasCriticalValidationErrors || summary.Reports.Length == 0 || summary.Reports.Any(static report => !report.Success)
        );
        return summaries.Length < benchmarks.Length || failed is not null
            ? throw new InvalidOperationException($"A benchmark failed; see {failed?.LogFilePath ?? "the output"}.")
            : [.. summaries.SelectMany(static summary => summary.Reports).Select(Read)];
    }

    private static Measurement Read(BenchmarkReport report) =>
        new(
            report.BenchmarkCase.Descriptor.Type,
            report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            string.Join(' ', report.BenchmarkCase.Parameters.Items.Select(static item => item.Value)),
            report.ResultStatistics!.Median,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0
        );
}
