using PowerConnectors.Runtime.Tests.Doubles;
using PowerConnectors.Throttling;

namespace PowerConnectors.Runtime.Tests.Throttling.Combined;

/// <summary>A schedule on the real thing and on the model side by side, a millisecond at a time.</summary>
internal sealed class LimitRun : IDisposable
{
    // Of real time, for calls that go from one limit to the next on other threads.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly LimitSchedule _schedule;
    private readonly BoundedTime _time = new();
    private readonly ConnectionThrottle _throttle;
    private readonly ConnectorLimit _all;
    private readonly ConnectorLimit _writes;
    private readonly RunningCall[] _calls;

    public LimitRun(LimitSchedule schedule)
    {
        _schedule = schedule;
        Model = new LimitModel(schedule);
        _all = new ConnectorLimit(schedule.All.Calls, TimeSpan.FromMilliseconds(schedule.All.Window));
        _writes = new ConnectorLimit(schedule.Writes.Calls, TimeSpan.FromMilliseconds(schedule.Writes.Window)) { ExceptMethods = ["GET"] };
        _throttle = new ConnectionThrottle([_all, _writes], int.MaxValue, _time);
        _calls = [.. schedule.Calls.Select(plan => new RunningCall(plan, _throttle))];
    }

    public LimitModel Model { get; }

    /// <summary>When each call was let go.</summary>
    public Dictionary<int, int> Granted { get; } = [];

    /// <summary>The calls that left, in their order.</summary>
    public List<(int Call, int Time)> Left { get; } = [];

    /// <summary>What is left of the limits in the end.</summary>
    public ConnectorBudget Budget => _throttle.Budget;

    public void Run()
    {
        int next = 0;
        int due = _schedule.Calls[0].After;
        for (int now = 0; next < _calls.Length || Array.Exists(_calls, static call => !call.HasEnded); now++)
        {
            Assert.True(now <= _schedule.End, $"calls still wait after {now} ms");
            Model.Tick(now);
            Settle(now);
            GiveUpOrLeave(now);
            foreach (PausePlan pause in _schedule.Pauses.Where(pause => pause.At == now))
            {
                _throttle.Pause(TimeSpan.FromMilliseconds(pause.Length));
                Model.Pause(pause.Length, now);
            }

            while (next < _calls.Length && due == now)
            {
                _calls[next].Arrive(now);
                Model.Arrive(next, now);
                Settle(now);
                due += ++next < _calls.Length ? _schedule.Calls[next].After : 0;
            }

            GiveUpOrLeave(now);
            Assert.True(
                Model.Granted.Keys.ToHashSet().SetEquals(Granted.Keys),
                $"at {now} ms {string.Join(' ', Granted.Keys)} may leave or have left, where {string.Join(' ', Model.Granted.Keys)} should"
            );
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        _time.Advance(TimeSpan.FromMilliseconds(Math.Max(_schedule.All.Window, _schedule.Writes.Window)));
    }

    public void Dispose()
    {
        _throttle.Dispose();
        Array.ForEach(_calls, static call => call.Dispose());
    }

    private void GiveUpOrLeave(int now)
    {
        // Who leaves makes room for nobody at this instant, who never leaves does: they may leave at once then.
        for (int index = 0; index < _calls.Length; index++)
        {
            RunningCall call = _calls[index];
            if (call.GivesUp(now))
            {
                Model.GiveUp(index, now);
                Settle(now);
            }
            else if (call.EndsIfDue(now) is { } really)
            {
                Model.Leave(index, really, now);
                if (really)
                {
                    Left.Add((index, now));
                }

                Settle(now);
                index = -1;
            }
        }
    }

    // Until every call has been let go, or waits where the limits know of it.
    private void Settle(int now)
    {
        SpinWait spinner = default;
        long began = TimeProvider.System.GetTimestamp();

        // Twice, as a call that goes from one limit to the next while they are asked is counted by both.
        while (!IsSettled() || !IsSettled())
        {
            if (TimeProvider.System.GetElapsedTime(began) > s_patience)
            {
                throw new TimeoutException($"At {now} ms a call neither waits nor goes on.");
            }

            spinner.SpinOnce(sleep1Threshold: -1);
        }

        for (int index = 0; index < _calls.Length; index++)
        {
            if (_calls[index].IsLetGo && Granted.TryAdd(index, now))
            {
                _calls[index].LeaveAfter(now);
            }
        }
    }

    private bool IsSettled()
    {
        int pending = _calls.Count(static call => call.IsPending);
        int atGate = _throttle.Pausing > TimeSpan.Zero ? _calls.Count(static call => call.IsAtGate) : 0;
        return pending == atGate + _throttle.Budget.Limits.Sum(static status => status.Waiting);
    }
}
