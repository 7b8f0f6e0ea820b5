namespace PowerConnectors.Emulator.Requests;

/// <summary>Keeps every request.</summary>
internal sealed class RequestLog
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];

    public void Add(RecordedRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot(int skip = 0, int top = int.MaxValue)
    {
        lock (_lock)
        {
            var start = Math.Clamp(skip, 0, _requests.Count);
            return _requests.GetRange(start, Math.Clamp(top, 0, _requests.Count - start));
        }
    }
}
