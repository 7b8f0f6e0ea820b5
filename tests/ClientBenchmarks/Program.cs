using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Json;
using PowerConnectors.Testing;

string bodies = Repository.PathOf("artifacts/benchmarks/bodies");
await BodyMaker.MakeAsync(bodies);
IConfig config = ManualConfig
    .CreateMinimumViable()
    .AddJob(
        Job.ShortRun.WithArguments([
                new MsBuildArgument("/p:TreatWarningsAsErrors=false"),
                new MsBuildArgument("/p:MSBuildTreatWarningsAsErrors=false"),
            ])
            .WithEnvironmentVariable(Bodies.FolderVariable, bodies)
    )
    .AddDiagnoser(MemoryDiagnoser.Default)
    .WithArtifactsPath(Repository.PathOf("artifacts/benchmarks"));
BenchmarkRunner.Run([typeof(ReadBenchmarks), typeof(WriteBenchmarks), typeof(WriteDeclaredBenchmarks)], config);
