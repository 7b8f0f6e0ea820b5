namespace PowerConnectors.Emulator.Faults;

/// <summary>Decides which request meets which fault: first those that wait for an operation, in their order, then the script.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<RuleState> _waiting = [];
    private FaultScript _script = new();
    private RuleState[] _rules = [];

    public FaultPlan(EmulatorOptions options) => Script = options.Faults ?? new FaultScript();

    /// <summary>The script. Another one begins to count anew.</summary>
    /// <exception cref="ArgumentException">The script is wrong.</exception>
    public FaultScript Script
    {
        get
        {
            lock (_lock)
            {
                return _script;
            }
        }
        set
        {
            if (FaultScriptCheck.Find(value) is { } problem)
            {
                throw new ArgumentException(problem, nameof(value));
            }

            lock (_lock)
            {
                _script = value;
                _rules = [.. value.Rules.Select((rule, index) => new RuleState(rule, unchecked((value.Seed * 397) + index)))];
            }
        }
    }

    /// <summary>Has the next call of an operation meet a fault. Several wait in line.</summary>
    /// <exception cref="ArgumentException">The operation or the fault is wrong.</exception>
    public void AddNext(string operationId, EmulatorFault fault)
    {
        var rule = new FaultRule { Operations = [operationId], Fault = fault };
        if (FaultScriptCheck.Find(new FaultScript { Rules = [rule] }) is { } problem)
        {
            throw new ArgumentException(problem);
        }

        lock (_lock)
        {
            _waiting.Add(new RuleState(rule, seed: 0));
        }
    }

    /// <summary>The rule whose fault a request meets; null if none.</summary>
    public RuleState? Choose(string operationId, string method)
    {
        lock (_lock)
        {
            if (_waiting.Find(rule => rule.Take(operationId, method)) is { } next)
            {
                _waiting.Remove(next);
                return next;
            }

            return Array.Find(_rules, rule => rule.Take(operationId, method));
        }
    }

    /// <summary>What has come of the script's rules so far.</summary>
    public IReadOnlyList<RuleCount> Count()
    {
        lock (_lock)
        {
            return [.. _rules.Select(rule => new RuleCount(rule.Name, rule.Seen, rule.Happened))];
        }
    }
}
