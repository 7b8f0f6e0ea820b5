using System.Globalization;

namespace PowerConnectors.Soak.Measuring;

/// <summary>Judges what a process holds at the end against what it held when everything had been used once.</summary>
internal static class Growth
{
    private const long MegaByte = 1024 * 1024;

    // What is measured wavers by these figures without a leak: connections are kept open as callers need them.
    private const long ManagedSlack = 4 * MegaByte;
    private const long WorkingSetSlack = 64 * MegaByte;
    private const int ThreadSlack = 32;
    private const int PendingSlack = 8;

    /// <summary>Says what has grown.</summary>
    /// <param name="checkpoints">The checkpoints; those of the first third are not judged.</param>
    /// <param name="callers">How many callers there were: each may hold a connection and what belongs to it.</param>
    public static IEnumerable<string> Find(IReadOnlyList<Checkpoint> checkpoints, int callers)
    {
        Checkpoint first = checkpoints[checkpoints.Count / 3];
        Checkpoint last = checkpoints[^1];
        (string Name, long Before, long After, long Slack)[] figures =
        [
            ("managed memory", first.ManagedBytes, last.ManagedBytes, ManagedSlack),
            ("working set", first.WorkingSetBytes, last.WorkingSetBytes, WorkingSetSlack),
            ("handles", first.Handles, last.Handles, callers),
            ("threads", first.Threads, last.Threads, ThreadSlack),
            ("timers", first.Timers, last.Timers, callers),
            ("pending work items", 0, last.PendingWorkItems, PendingSlack),
        ];
        return figures
            .Where(static figure => figure.After - figure.Before > figure.Slack)
            .Select(static figure =>
                string.Create(CultureInfo.InvariantCulture, $"{figure.Name} grew from {figure.Before} to {figure.After}")
            );
    }
}
