using System.Diagnostics;

namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>Runs published programs: how long they take from their start to their end, and how much memory they hold.</summary>
internal static class NativeRuns
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    /// <summary>One run.</summary>
    /// <param name="binary">The program.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="looksAtMemory">Whether its memory is looked at all the time, which takes time from it.</param>
    public static async Task<NativeRun> RunAsync(string binary, string[] arguments, bool looksAtMemory)
    {
        ProcessStartInfo start = new(binary, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = new() { StartInfo = start };
        using CancellationTokenSource timeout = new(s_timeout);
        long began = Stopwatch.GetTimestamp();
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
        long peak = looksAtMemory ? await Task.Run(() => Watch(process, timeout.Token)) : 0;
        await process.WaitForExitAsync(timeout.Token);
        TimeSpan time = Stopwatch.GetElapsedTime(began);
        return new NativeRun(process.ExitCode, (await output).Trim(), (await errors).Trim(), time, peak);
    }

    private static long Watch(Process process, CancellationToken cancellationToken)
    {
        long peak = 0;
        while (!process.HasExited)
        {
            cancellationToken.ThrowIfCancellationRequested();
            process.Refresh();
            try
            {
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended in between.
            }
        }

        return peak;
    }
}
