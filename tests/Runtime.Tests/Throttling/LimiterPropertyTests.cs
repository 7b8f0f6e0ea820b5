using System.Threading.RateLimiting;
using PowerConnectors.Runtime.Tests.Doubles;
using PowerConnectors.Throttling;

namespace PowerConnectors.Runtime.Tests.Throttling;

/// <summary>
/// Thousands of random schedules in virtual time, a millisecond at a time, against what a limit means: call i leaves at the latest of its arrival, the leaving of the
/// call before it, and one window after the call that many places before it. So no window holds too many, the order is kept, and nobody waits longer than they must.
/// </summary>
public sealed class LimiterPropertyTests
{
    private const int Schedules = 3000;

    // How long after its permit a call leaves at most, in milliseconds.
    private const int LongestDelay = 5;

    [Fact]
    public void Calls_leave_exactly_when_the_specification_says()
    {
        for (int seed = 0; seed < Schedules; seed++)
        {
            Schedule schedule = Schedule.Make(seed);

            (int Call, int Time)[] left = schedule.Run(static (_, _) => 0);

            Assert.True(schedule.Expected().SequenceEqual(left), $"seed {seed}: the calls left at {string.Join(' ', left)}");
        }
    }

    [Fact]
    public void Who_gives_up_costs_nobody_a_place()
    {
        for (int seed = 0; seed < Schedules; seed++)
        {
            Schedule schedule = Schedule.Make(seed, patience: 6);

            (int Call, int Time)[] left = schedule.Run(static (_, _) => 0);

            Assert.True(
                schedule.ExpectedWithCancellation().SequenceEqual(left),
                $"seed {seed}: the calls left at {string.Join(' ', left)}"
            );
        }
    }

    [Fact]
    public void A_call_that_leaves_late_counts_from_when_it_leaves_and_one_that_never_does_gives_its_permit_back()
    {
        for (int seed = 0; seed < Schedules; seed++)
        {
            Schedule schedule = Schedule.Make(seed);

            // Below zero is never.
            (int Call, int Time)[] left = schedule.Run(static (random, _) => random.Next(-1, LongestDelay + 1));

            int[] times = [.. left.Select(static call => call.Time).Order()];
            for (int i = schedule.Calls; i < times.Length; i++)
            {
                Assert.True(times[i] >= times[i - schedule.Calls] + schedule.Window, $"seed {seed}: window exceeded at {times[i]}");
            }

            Assert.True(schedule.GrantsInOrder, $"seed {seed}: order");
            Assert.Equal(schedule.Arrivals.Length, left.Length + schedule.NeverLeft);
        }
    }

    private sealed class Schedule(int seed, int calls, int window, int[] arrivals, int[] cancellations)
    {
        private readonly BoundedTime _time = new();
        private readonly List<int> _granted = [];

        public int Calls => calls;

        public int Window => window;

        public int[] Arrivals => arrivals;

        public int NeverLeft { get; private set; }

        // By then all have left, even if every window held one call only.
        private int Latest => arrivals[^1] + (arrivals.Length * (window + LongestDelay));

        public bool GrantsInOrder => _granted.SequenceEqual(_granted.Order());

        public static Schedule Make(int seed, int patience = 0)
        {
            Random random = new(seed);
            int calls = random.Next(1, 7);
            int window = random.Next(1, 30);
            int pace = random.Next(1, 8);
            int[] arrivals = new int[random.Next(1, 40)];
            int[] cancellations = new int[arrivals.Length];
            for (int i = 0, time = 0; i < arrivals.Length; i++)
            {
                arrivals[i] = time += random.Next(3) == 0 ? random.Next(pace * 2) : 0;
                cancellations[i] = patience > 0 && random.Next(3) == 0 ? time + random.Next(1, patience * 4) : int.MaxValue;
            }

            return new Schedule(seed, calls, window, arrivals, cancellations);
        }

        public IEnumerable<(int Call, int Time)> Expected()
        {
            int[] leaves = new int[arrivals.Length];
            for (int i = 0; i < leaves.Length; i++)
            {
                int before = i == 0 ? 0 : leaves[i - 1];
                int renewed = i < calls ? 0 : leaves[i - calls] + window;
                leaves[i] = Math.Max(arrivals[i], Math.Max(before, renewed));
            }

            return leaves.Index();
        }

        public (int Call, int Time)[] ExpectedWithCancellation()
        {
            List<(int Call, int Time)> left = [];
            List<int> waiting = [];
            for (int now = 0, next = 0; next < arrivals.Length || waiting.Count > 0; now++)
            {
                Release(now);
                waiting.RemoveAll(call => cancellations[call] <= now);
                for (; next < arrivals.Length && arrivals[next] == now; next++)
                {
                    waiting.Add(next);
                }

                Release(now);
            }

            return [.. left];

            void Release(int now)
            {
                while (waiting.Count > 0 && left.Count(call => call.Time > now - window) < calls)
                {
                    left.Add((waiting[0], now));
                    waiting.RemoveAt(0);
                }
            }
        }

        /// <summary>Runs the schedule on a limiter.</summary>
        /// <param name="delay">How long after its permit a call leaves; below zero for never.</param>
        /// <returns>The calls in the order in which they left, and when.</returns>
        public (int Call, int Time)[] Run(Func<Random, int, int> delay)
        {
            Random random = new(seed);
            using SlidingLogLimiter limiter = new(new ConnectorLimit(calls, TimeSpan.FromMilliseconds(window)), int.MaxValue, _time);
            List<(int Call, Task<RateLimitLease> Permit, CancellationTokenSource Source)> waiting = [];
            List<(int Call, int Due, RateLimitLease Permit)> leaving = [];
            List<(int, int)> left = [];
            for (int now = 0, next = 0; next < arrivals.Length || waiting.Count > 0 || leaving.Count > 0; now++)
            {
                Assert.True(now <= Latest, $"seed {seed}: after {now} ms {waiting.Count} calls still wait");
                Settle(now);
                foreach ((int call, _, CancellationTokenSource source) in waiting.ToArray())
                {
                    if (cancellations[call] <= now)
                    {
                        source.Cancel();
                    }
                }

                for (; next < arrivals.Length && arrivals[next] == now; next++)
                {
                    CancellationTokenSource source = new();
                    waiting.Add((next, limiter.AcquireAsync(1, source.Token).AsTask(), source));
                    Settle(now);
                }

                Settle(now);
                _time.Advance(TimeSpan.FromMilliseconds(1));
            }

            Assert.Equal(0, limiter.GetStatistics().CurrentQueuedCount);
            return [.. left];

            void Settle(int now)
            {
                bool moved;
                do
                {
                    waiting.RemoveAll(static entry => entry.Permit.IsCanceled);
                    foreach (var entry in waiting.Where(static entry => entry.Permit.IsCompletedSuccessfully).ToArray())
                    {
                        waiting.Remove(entry);
                        _granted.Add(entry.Call);
                        int wait = delay(random, entry.Call);
                        leaving.Add((entry.Call, wait < 0 ? -1 : now + wait, entry.Permit.Result));
                    }

                    var due = leaving.Where(entry => entry.Due <= now).ToArray();
                    moved = due.Length > 0;
                    foreach (var entry in due)
                    {
                        leaving.Remove(entry);
                        if (entry.Due < 0)
                        {
                            NeverLeft++;
                        }
                        else
                        {
                            ((Permit)entry.Permit).Leave();
                            left.Add((entry.Call, now));
                        }

                        entry.Permit.Dispose();
                    }
                } while (moved);
            }
        }
    }
}
