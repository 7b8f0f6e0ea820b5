using System.Diagnostics;

namespace PowerConnectors.Soak.Measuring;

/// <summary>What the process holds at a moment at which no call is under way.</summary>
internal sealed record Checkpoint(
    int Calls,
    long ManagedBytes,
    long WorkingSetBytes,
    int Handles,
    int Threads,
    long PendingWorkItems,
    long Timers
)
{
    public static Checkpoint Take(int calls)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        return new Checkpoint(
            calls,
            GC.GetTotalMemory(forceFullCollection: true),
            process.WorkingSet64,
            OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount,
            process.Threads.Count,
            ThreadPool.PendingWorkItemCount,
            Timer.ActiveCount
        );
    }
}
