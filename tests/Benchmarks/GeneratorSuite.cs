using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks;

/// <summary>The generator beside NSwag's: a program of its own, as it needs the compiler's libraries where this one needs the client's.</summary>
internal sealed class GeneratorSuite : Suite
{
    private const string Program = "GeneratorBenchmarks";

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(30);

    public override string Name => "generator";

    public override string Title => "The generator";

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        string project = Repository.PathOf("tests/Benchmarks/Generator");
        (await DotNet.RunAsync(project, ["build", "-c", "Release"], cancellationToken)).Succeeded();
        await RunAsync(["--short"], cancellationToken);
    }

    public override Task<string> MeasureAsync(CancellationToken cancellationToken) => RunAsync([], cancellationToken);

    private static async Task<string> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        (
            await ProcessRunner.RunAsync(
                "dotnet",
                [Repository.PathOf($"artifacts/bin/{Program}/release/{Program}.dll"), .. arguments],
                Repository.Root,
                s_timeout,
                cancellationToken
            )
        )
            .Succeeded()
            .Output;
}
