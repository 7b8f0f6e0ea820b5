using System.Diagnostics;
using System.Globalization;
using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Lists;

/// <summary>A contender in a process of its own, so that its peak memory is its own.</summary>
internal static class ListProcess
{
    /// <summary>The first argument of such a process.</summary>
    public const string Command = "list-process";

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(10);

    /// <param name="contender">Who lists.</param>
    /// <param name="target">What is listed.</param>
    /// <param name="heapMegabytes">The most memory that the process may have for its objects; 0 for as much as there is.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public static async Task<ListFigures> StartAsync(
        string contender,
        ListTarget target,
        int heapMegabytes,
        CancellationToken cancellationToken
    )
    {
        (string, string)[] environment = heapMegabytes == 0 ? [] : [("DOTNET_GCHeapHardLimit", $"{heapMegabytes * 1024L * 1024:x}")];
        ProcessResult result = await ProcessRunner.RunAsync(
            "dotnet",
            [
                typeof(ListProcess).Assembly.Location,
                Command,
                contender,
                target.Endpoint,
                target.Connection,
                target.Token,
                target.Environment,
            ],
            Repository.Root,
            s_timeout,
            cancellationToken,
            environment
        );
        double[] figures =
        [
            .. result.Succeeded().Output.Split(' ').Select(static figure => double.Parse(figure, CultureInfo.InvariantCulture)),
        ];
        return new ListFigures(new ListResult((int)figures[0], (long)figures[1]), figures[2], figures[3], figures[4]);
    }

    /// <summary>What such a process does: prints its figures.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        ListTarget target = new(arguments[2], arguments[3], arguments[4], arguments[5]);
        long start = Stopwatch.GetTimestamp();
        ListResult result = await FlowList.RunAsync(arguments[1], target);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Flows} {result.Characters} {time.TotalMilliseconds} {process.PeakWorkingSet64} {GC.GetTotalAllocatedBytes()}"
            )
        );
    }
}
