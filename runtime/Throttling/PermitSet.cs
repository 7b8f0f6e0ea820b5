using System.Threading.RateLimiting;

namespace PowerConnectors.Throttling;

/// <summary>The permits of one attempt.</summary>
internal sealed class PermitSet : IDisposable
{
    private readonly List<RateLimitLease> _permits = new(capacity: 2);

    public void Add(RateLimitLease permit) => _permits.Add(permit);

    /// <summary>Says that the call leaves now.</summary>
    public void Leave()
    {
        foreach (RateLimitLease permit in _permits)
        {
            (permit as Permit)?.Leave();
        }
    }

    public void Dispose()
    {
        // Backwards: what is given back of a limit is for those who wait for it already, not for those who only now come to it from the one before.
        for (int i = _permits.Count - 1; i >= 0; i--)
        {
            _permits[i].Dispose();
        }
    }
}
