using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Measuring;

/// <summary>Several processes that do the same: how code and data come to lie differs from one process to the next, and so do figures.</summary>
internal static class MeasuringProcesses
{
    public const int Count = 5;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(10);

    /// <summary>The medians of all processes.</summary>
    /// <exception cref="InvalidOperationException">A process failed.</exception>
    public static async Task<IReadOnlyList<Measurement>> RunAsync(
        string file,
        string[] arguments,
        string folder,
        CancellationToken cancellationToken
    )
    {
        List<Measurement> all = [];
        for (int i = 0; i < Count; i++)
        {
            ProcessResult result = await ProcessRunner.RunAsync(file, arguments, folder, s_timeout, cancellationToken);
            all.AddRange(result.Succeeded().Lines.Select(Measurement.Parse));
        }

        return
        [
            .. all.GroupBy(static one => (one.Work, one.Case, one.Contender))
                .Select(static group => new Measurement(
                    group.Key.Work,
                    group.Key.Case,
                    group.Key.Contender,
                    group.Select(static one => one.Nanoseconds).Median(),
                    group.Select(static one => one.Bytes).Median()
                )),
        ];
    }

    /// <summary>As above, with this program and a command of it.</summary>
    public static Task<IReadOnlyList<Measurement>> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        RunAsync("dotnet", [typeof(MeasuringProcesses).Assembly.Location, .. arguments], Repository.Root, cancellationToken);
}
