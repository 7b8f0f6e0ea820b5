namespace PowerConnectors.Throttling;

/// <summary>
/// When each call of the last window left, and how many permits are handed out to calls that have yet to leave. These count as used without an end: when they
/// leave is not known. Not safe to use from several threads at once: the limiter locks.
/// </summary>
internal sealed class CallLog(int calls, TimeSpan window, TimeProvider time)
{
    private readonly Queue<long> _left = new();
    private int _reserved;
    private long _usedLast = time.GetTimestamp();
    private TimeSpan _countsFor;

    /// <summary>How many calls may leave at once.</summary>
    public int Free => calls - _left.Count - _reserved;

    /// <summary>How long nothing has borne on calls to come; <see langword="null"/> if something does.</summary>
    public TimeSpan? Idle => _left.Count == 0 && _reserved == 0 ? time.GetElapsedTime(_usedLast) - _countsFor : null;

    /// <summary>How long until the oldest call no longer counts; <see langword="null"/> if none counts.</summary>
    public TimeSpan? UntilNextExpiry => _left.Count == 0 ? null : window - time.GetElapsedTime(_left.Peek());

    /// <summary>Drops the calls that no longer count.</summary>
    public void Forget()
    {
        while (_left.Count > 0 && time.GetElapsedTime(_left.Peek()) >= window)
        {
            _left.Dequeue();
        }
    }

    public void Reserve() => _reserved++;

    public void GiveBack()
    {
        _reserved--;
        if (_left.Count == 0)
        {
            (_usedLast, _countsFor) = (time.GetTimestamp(), TimeSpan.Zero);
        }
    }

    /// <summary>Notes that a call leaves now on its permit.</summary>
    public void Leave()
    {
        _reserved--;
        (_usedLast, _countsFor) = (time.GetTimestamp(), window);
        _left.Enqueue(_usedLast);
    }

    /// <summary>How long a caller waits at least who has so many others ahead. What is reserved leaves now at the earliest.</summary>
    public TimeSpan WaitAt(int place)
    {
        // A call leaves a window after the one that is as many places ahead as the limit has calls; of those that wait themselves, rounds are counted.
        int used = _left.Count + _reserved;
        int ahead = used - calls + place;
        if (ahead < 0)
        {
            return TimeSpan.Zero;
        }

        int rounds = ahead < used ? 0 : ((ahead - used) / calls) + 1;
        ahead -= rounds * calls;
        TimeSpan passed = ahead < _left.Count ? time.GetElapsedTime(LeftAt(ahead)) : TimeSpan.Zero;
        return (window * (1 + rounds)) - passed;
    }

    private long LeftAt(int place)
    {
        foreach (long left in _left)
        {
            if (place-- == 0)
            {
                return left;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }
}
