using System.Threading.RateLimiting;

namespace PowerConnectors.Throttling;

/// <summary>What a <see cref="SlidingLogLimiter"/> hands out: it counts from when its call leaves, and is given back if it is disposed before that.</summary>
internal sealed class Permit : RateLimitLease
{
    private const int Reserved = 0;
    private const int Left = 1;
    private const int Ended = 2;

    private readonly SlidingLogLimiter? _limiter;
    private readonly TimeSpan? _wait;
    private int _state;

    public Permit(SlidingLogLimiter limiter)
    {
        _limiter = limiter;
        IsAcquired = true;
    }

    private Permit(bool isAcquired, TimeSpan? wait)
    {
        IsAcquired = isAcquired;
        _wait = wait;
        _state = Ended;
    }

    public override bool IsAcquired { get; }

    public override IEnumerable<string> MetadataNames => _wait is null ? [] : [MetadataName.RetryAfter.Name];

    public static Permit Probe(bool isFree) => new(isFree, wait: null);

    public static Permit Refused(TimeSpan wait) => new(isAcquired: false, wait);

    /// <summary>Says that the call leaves now.</summary>
    public void Leave()
    {
        if (Interlocked.CompareExchange(ref _state, Left, Reserved) == Reserved)
        {
            _limiter?.Leave();
        }
    }

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        bool found = _wait is not null && metadataName == MetadataName.RetryAfter.Name;
        metadata = found ? _wait : null;
        return found;
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _state, Ended) == Reserved)
        {
            _limiter?.GiveBack();
        }

        base.Dispose(disposing);
    }
}
