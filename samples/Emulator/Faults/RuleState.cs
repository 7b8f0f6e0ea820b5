namespace PowerConnectors.Emulator.Faults;

/// <summary>A rule with what has come of it so far.</summary>
internal sealed class RuleState(FaultRule rule, int seed)
{
    private readonly Random _random = new(seed);

    public FaultRule Rule => rule;

    public string Name => rule.Name ?? rule.Fault.Kind;

    /// <summary>How many requests matched and were left for the rule by those ahead of it.</summary>
    public int Seen { get; private set; }

    /// <summary>How many of them met the fault.</summary>
    public int Happened { get; private set; }

    /// <summary>Whether it is this request's turn.</summary>
    public bool Take(string operationId, string method)
    {
        if (!rule.Matches(operationId, method))
        {
            return false;
        }

        Seen++;
        var turn = Seen % rule.Every == 0 && (rule.Probability >= 1 || _random.NextDouble() < rule.Probability);
        if (!turn || Happened >= rule.Times)
        {
            return false;
        }

        Happened++;
        return true;
    }
}
