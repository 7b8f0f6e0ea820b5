namespace PowerConnectors.Runtime.Tests.Throttling.Combined;

/// <summary>
/// What limits mean, as plainly as it can be put: at every instant whoever is first in a line goes on as long as there is room, from the scarcest limit to the next, and
/// through the gate when there is no pause.
/// </summary>
internal sealed class LimitModel
{
    private readonly LimitSchedule _schedule;
    private readonly Line[] _lines;
    private readonly List<int> _atGate = [];
    private readonly Dictionary<int, int> _granted = [];
    private int _pausedUntil;

    public LimitModel(LimitSchedule schedule)
    {
        _schedule = schedule;
        Line[] lines = [new(schedule.All, CountsReads: true), new(schedule.Writes, CountsReads: false)];
        _lines = [.. lines.OrderBy(static line => line.Figures.Calls / TimeSpan.FromMilliseconds(line.Figures.Window).TotalSeconds)];
    }

    /// <summary>When each call may leave, of those that do not give up before.</summary>
    public IReadOnlyDictionary<int, int> Granted => _granted;

    /// <summary>Time has gone on.</summary>
    public void Tick(int now)
    {
        if (now >= _pausedUntil)
        {
            _atGate.ForEach(call => _granted.Add(call, now));
            _atGate.Clear();
        }

        Settle(now);
    }

    public void Arrive(int call, int now)
    {
        GoOn(call, from: 0, now);
        Settle(now);
    }

    public void GiveUp(int call, int now)
    {
        bool waits = _atGate.Remove(call);
        foreach (Line line in _lines)
        {
            waits |= line.Waiting.Remove(call);
        }

        if (waits)
        {
            Release(call);
            Settle(now);
        }
    }

    /// <summary>A call that may leave does, or never will.</summary>
    public void Leave(int call, bool really, int now)
    {
        foreach (Line line in _lines.Where(line => really && line.Holders.Contains(call)))
        {
            line.Left.Add(now);
        }

        Release(call);
        Settle(now);
    }

    public void Pause(int length, int now) => _pausedUntil = Math.Max(_pausedUntil, now + length);

    private void Release(int call) => Array.ForEach(_lines, line => line.Holders.Remove(call));

    private void Settle(int now)
    {
        // Room is for those who wait for it already, before it is for those who only now come to it from the line before.
        for (int i = _lines.Length - 1; i >= 0; i--)
        {
            while (_lines[i].Waiting.Count > 0 && _lines[i].HasRoom(now))
            {
                int call = _lines[i].Waiting[0];
                _lines[i].Waiting.RemoveAt(0);
                _lines[i].Holders.Add(call);
                GoOn(call, i + 1, now);
            }
        }
    }

    private void GoOn(int call, int from, int now)
    {
        for (int i = from; i < _lines.Length; i++)
        {
            Line line = _lines[i];
            if (!_schedule.Calls[call].IsWrite && !line.CountsReads)
            {
                continue;
            }

            if (line.Waiting.Count > 0 || !line.HasRoom(now))
            {
                bool again = _schedule.Calls[call].Again;
                int ahead = again ? line.Waiting.TakeWhile(other => _schedule.Calls[other].Again).Count() : line.Waiting.Count;
                line.Waiting.Insert(ahead, call);
                return;
            }

            line.Holders.Add(call);
        }

        if (now < _pausedUntil)
        {
            _atGate.Add(call);
        }
        else
        {
            _granted.Add(call, now);
        }
    }

    private sealed record Line(LimitFigures Figures, bool CountsReads)
    {
        public List<int> Waiting { get; } = [];

        public HashSet<int> Holders { get; } = [];

        public List<int> Left { get; } = [];

        public bool HasRoom(int now) => Left.Count(time => time > now - Figures.Window) + Holders.Count < Figures.Calls;
    }
}
