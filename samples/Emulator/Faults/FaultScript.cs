namespace PowerConnectors.Emulator.Faults;

/// <summary>What goes wrong, and when. The same script and the same order of requests always give the same faults.</summary>
public sealed record FaultScript
{
    /// <summary>What the probabilities of the rules are drawn from.</summary>
    public int Seed { get; init; }

    /// <summary>The rules. Of those that match a request, the first whose turn it is decides; the others do not see the request.</summary>
    public IReadOnlyList<FaultRule> Rules { get; init; } = [];

    /// <summary>Reads a script.</summary>
    /// <param name="json">The script as JSON.</param>
    /// <exception cref="FormatException">It is not a script; the message says what is wrong, and where.</exception>
    public static FaultScript Parse(string json) => FaultScriptJson.Read(json);

    /// <summary>The script as JSON.</summary>
    public string ToJson() => FaultScriptJson.Write(this);
}
