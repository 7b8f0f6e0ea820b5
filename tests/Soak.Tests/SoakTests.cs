using PowerConnectors.Soak.Reconciling;
using PowerConnectors.Soak.Service;

namespace PowerConnectors.Soak.Tests;

/// <summary>The soak program, for seconds instead of minutes and with more faults for it.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Each_write_happens_once_or_is_reported_and_nothing_grows()
    {
        SoakOptions options = new()
        {
            Calls = 2000,
            FaultPercent = 10,
            Callers = 128,
            Stages = 2,
            TimeLimit = TimeSpan.FromMinutes(3),
        };
        using StringWriter progress = new();

        SoakReport report = await SoakRun.RunAsync(options, progress, TestContext.Current.CancellationToken);

        ReportText.Write(report, progress);
        output.WriteLine(progress.ToString());
        WriteTally writes = report.Writes;
        Assert.Empty(report.Problems);
        Assert.Equal((0, 0, 0, 0), (writes.Lost, writes.Doubled, writes.DoneUnreported, writes.Strays));
        Assert.Equal((2000, 1200, 800), (report.Calls, report.Reads.Made, writes.Made));

        // The run has to have been one: most kinds of faults, writes of every fate, and reads that survive nearly all of it.
        Assert.InRange(report.Service.Faults.Count, EveryFault.Count * 3 / 4, EveryFault.Count);
        Assert.True(writes.Once > writes.Made / 2);
        Assert.True(writes.PerhapsAndDone > 0 && writes.PerhapsAndNotDone > 0 && writes.RepeatedHarmlessly > 0);
        Assert.InRange(report.Reads.Failed, 0, report.Reads.Made / 10);
    }
}
