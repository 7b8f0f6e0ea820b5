namespace PowerConnectors.Emulator.Limits;

/// <summary>Counts the calls of the connection in the windows of each limit.</summary>
internal sealed class CallCounter(EmulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly long _start = options.TimeProvider.GetTimestamp();
    private readonly (long Window, int Calls)[] _counts = new (long, int)[options.Limits.Count];
    private int _turnedAway;

    /// <summary>How many calls have been turned away so far.</summary>
    public int TurnedAway => Volatile.Read(ref _turnedAway);

    /// <summary>Counts a call, unless one of the limits is used up.</summary>
    /// <returns>How long until the call may come again; null if it is let in.</returns>
    public TimeSpan? Take(string method)
    {
        var time = options.TimeProvider.GetElapsedTime(_start);
        lock (_lock)
        {
            var wait = TimeSpan.Zero;
            for (var i = 0; i < _counts.Length; i++)
            {
                var limit = options.Limits[i];
                var window = time.Ticks / limit.Window.Ticks;
                if (window != _counts[i].Window)
                {
                    _counts[i] = (window, 0);
                }

                if (Counts(limit, method) && _counts[i].Calls >= limit.Calls)
                {
                    var rest = (limit.Window * (window + 1)) - time;
                    wait = rest > wait ? rest : wait;
                }
            }

            if (wait > TimeSpan.Zero)
            {
                _turnedAway++;
                return wait;
            }

            for (var i = 0; i < _counts.Length; i++)
            {
                _counts[i].Calls += Counts(options.Limits[i], method) ? 1 : 0;
            }

            return null;
        }
    }

    private static bool Counts(EmulatorLimit limit, string method) => !limit.ExceptReads || !HttpMethods.IsGet(method);
}
