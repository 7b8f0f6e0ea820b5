using CsCheck;

namespace PowerConnectors.Runtime.Tests.Throttling.Combined;

/// <summary>
/// Random schedules of reads and writes under two limits, with pauses, calls that give up, leave late or never. A schedule that fails is made small and
/// printed with the seed that brings it back.
/// </summary>
public sealed class CombinedLimitTests
{
    private const int Schedules = 1000;

    [Fact]
    public void Every_call_may_leave_at_the_instant_that_the_limits_allow_and_no_sooner()
    {
        bool hangs = false;
        LimitSchedule.Gen.Sample(
            schedule =>
            {
                // Every smaller schedule would take as long to hang.
                if (hangs)
                {
                    return;
                }

                using LimitRun run = new(schedule);
                try
                {
                    run.Run();
                }
                catch (TimeoutException)
                {
                    hangs = true;
                    throw;
                }

                Assert.Equal(Text(run.Model.Granted), Text(run.Granted));
                Keeps(schedule.All, run.Left);
                Keeps(schedule.Writes, run.Left.Where(entry => schedule.Calls[entry.Call].IsWrite));
                InOrder(schedule, run.Granted, static plan => !plan.IsWrite);
                InOrder(schedule, run.Granted, static plan => plan.IsWrite);
                Assert.All(
                    run.Budget.Limits,
                    static status => Assert.Equal((status.Limit.Calls, 0), ((int)status.Remaining!, (int)status.Waiting!))
                );
            },
            iter: Schedules,
            threads: 1
        );
    }

    private static string Text(IReadOnlyDictionary<int, int> granted) =>
        string.Join(' ', granted.OrderBy(static grant => grant.Key).Select(static grant => $"{grant.Key}:{grant.Value}"));

    /// <summary>By counting alone, without the model: a call leaves no sooner than a window after the one that many places before it.</summary>
    private static void Keeps(LimitFigures limit, IEnumerable<(int Call, int Time)> left)
    {
        int[] times = [.. left.Select(static entry => entry.Time)];
        for (int i = limit.Calls; i < times.Length; i++)
        {
            Assert.True(times[i] >= times[i - limit.Calls] + limit.Window, $"at {times[i]} ms there are too many for {limit}");
        }
    }

    /// <summary>First come first served among those of a kind.</summary>
    private static void InOrder(LimitSchedule schedule, Dictionary<int, int> granted, Func<CallPlan, bool> isOfKind)
    {
        int[] times =
        [
            .. granted
                .Where(entry => schedule.Calls[entry.Key] is { Again: false } plan && isOfKind(plan))
                .OrderBy(static entry => entry.Key)
                .Select(static entry => entry.Value),
        ];
        Assert.Equal(times.Order(), times);
    }
}
