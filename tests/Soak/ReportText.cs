using System.Globalization;
using PowerConnectors.Soak.Measuring;

namespace PowerConnectors.Soak;

/// <summary>Says what came of a run.</summary>
internal static class ReportText
{
    private const double MegaByte = 1024 * 1024;

    public static void Write(Checkpoint checkpoint, TextWriter output) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{checkpoint.Calls, 8} calls: {checkpoint.ManagedBytes / MegaByte:0.00} MB managed, {checkpoint.WorkingSetBytes / MegaByte:0} MB working set, {checkpoint.Handles} handles, {checkpoint.Threads} threads, {checkpoint.Timers} timers, {checkpoint.PendingWorkItems} pending work items"
            )
        );

    public static void Write(SoakReport report, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Calls} calls in {report.Duration.TotalSeconds:0} s; the service saw {report.Service.Requests} requests and carried out {report.Service.CarriedOut}."
            )
        );
        Write("Faults", report.Service.Faults, output);
        Write("Failures", report.Failures, output);
        output.WriteLine($"Reads: {report.Reads.Made}, of which {report.Reads.Failed} failed.");
        output.WriteLine($"Writes: {report.Writes.Made}");
        output.WriteLine($"  exactly once                      {report.Writes.Once}");
        output.WriteLine($"  more than once, which may be      {report.Writes.RepeatedHarmlessly}");
        output.WriteLine($"  perhaps carried out, and done     {report.Writes.PerhapsAndDone}");
        output.WriteLine($"  perhaps carried out, and not done {report.Writes.PerhapsAndNotDone}");
        output.WriteLine($"  refused, and not done             {report.Writes.RefusedAndNotDone}");
        output.WriteLine($"  lost                              {report.Writes.Lost}");
        output.WriteLine($"  doubled                           {report.Writes.Doubled}");
        output.WriteLine($"  done, but reported as refused     {report.Writes.DoneUnreported}");
        output.WriteLine($"  done, but never asked for         {report.Writes.Strays}");
        output.WriteLine(report.Problems.Count == 0 ? "Verdict: good." : $"Verdict: {report.Problems.Count} problems.");
        foreach (string problem in report.Problems)
        {
            output.WriteLine($"  {problem}");
        }
    }

    private static void Write(string title, IReadOnlyDictionary<string, int> counts, TextWriter output)
    {
        output.WriteLine($"{title}: {counts.Values.Sum()}");
        foreach ((string name, int count) in counts.OrderBy(static count => count.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {name}: {count}");
        }
    }
}
