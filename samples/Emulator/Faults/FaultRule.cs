namespace PowerConnectors.Emulator.Faults;

/// <summary>Which requests meet a fault.</summary>
public sealed record FaultRule
{
    /// <summary>What records call the fault; its kind if not given.</summary>
    public string? Name { get; init; }

    /// <summary>The operations that the rule is for. Default: all.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>The HTTP methods that the rule is for. Default: all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The fault meets every request of this number: with 3 the third, the sixth and so on. Default: 1, all of them.</summary>
    public int Every { get; init; } = 1;

    /// <summary>With what probability the fault meets a request, from 0 to 1. Not together with <see cref="Every"/>.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>How often the fault happens at most. Default: any number of times.</summary>
    public int? Times { get; init; }

    /// <summary>What happens.</summary>
    public required EmulatorFault Fault { get; init; }

    internal bool Matches(string operationId, string method) =>
        (Operations.Count == 0 || Operations.Contains(operationId, StringComparer.Ordinal))
        && (Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase));
}
