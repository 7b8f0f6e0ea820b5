using PowerConnectors.Throttling;

namespace PowerConnectors.Runtime.Tests.Throttling.Combined;

/// <summary>One call of a schedule on the real thing.</summary>
internal sealed class RunningCall(CallPlan plan, ConnectionThrottle throttle) : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private Task<PermitSet>? _permits;
    private int _givesUp = int.MaxValue;
    private int _leaves = int.MaxValue;
    private volatile bool _atGate;

    public bool IsPending => _permits is { IsCompleted: false };

    public bool IsAtGate => IsPending && _atGate;

    public bool IsLetGo => _permits is { IsCompletedSuccessfully: true };

    public bool HasEnded { get; private set; }

    public void Arrive(int now)
    {
        _givesUp = plan.Patience == int.MaxValue ? int.MaxValue : now + plan.Patience;
        _permits = WaitAsync();
    }

    public void LeaveAfter(int now) => _leaves = now + Math.Max(plan.Delay, 0);

    /// <summary>Gives up if it is time to, and the call may not leave yet.</summary>
    public bool GivesUp(int now)
    {
        if (!IsPending || _givesUp > now)
        {
            return false;
        }

        HasEnded = true;
        _source.Cancel();
        return true;
    }

    /// <summary>Ends the call if it is time to.</summary>
    /// <returns>Whether it left; <see langword="null"/> if it goes on.</returns>
    public bool? EndsIfDue(int now)
    {
        if (HasEnded || !IsLetGo || _leaves > now)
        {
            return null;
        }

        HasEnded = true;
        using PermitSet permits = _permits!.Result;
        if (plan.Delay < 0)
        {
            return false;
        }

        permits.Leave();
        return true;
    }

    public void Dispose() => _source.Dispose();

    private async Task<PermitSet> WaitAsync()
    {
        HttpMethod method = plan.IsWrite ? HttpMethod.Post : HttpMethod.Get;
        PermitSet permits = await throttle
            .AcquireAsync("Call", method, plan.Again, patience: null, announce: null, _source.Token)
            .ConfigureAwait(false);
        try
        {
            ValueTask passing = throttle.PassAsync("Call", plan.Again, patience: null, _source.Token);
            _atGate = true;
            await passing.ConfigureAwait(false);
            return permits;
        }
        catch
        {
            permits.Dispose();
            throw;
        }
    }
}
