using System.Globalization;

namespace PowerConnectors.Soak.Calls;

/// <summary>Which call has which number. Two calls of five write; every write has something of its own by which the service's record shows it.</summary>
internal sealed class CallPlan(int calls)
{
    private static readonly int s_kinds = Enum.GetValues<WriteKind>().Length;

    // Flows that the emulator seeds with properties of their own.
    private const int NotableFlows = 7;

    /// <summary>How many flows the calls need: one that is written to in every way, and one that is deleted.</summary>
    public int Flows => NotableFlows + (2 * ((WriteNumber(calls) / s_kinds) + 1));

    public static bool IsWrite(int call) => call % 5 is 1 or 3;

    public static WriteKind KindOf(int call) => (WriteKind)(WriteNumber(call) % s_kinds);

    /// <summary>The place in the seeded environment of the flow that a write is about.</summary>
    public static int FlowOf(int call) =>
        NotableFlows + (2 * (WriteNumber(call) / s_kinds)) + (KindOf(call) == WriteKind.DeleteFlow ? 1 : 0);

    /// <summary>What new things are called that a call makes.</summary>
    public static string NameOf(int call) => string.Create(CultureInfo.InvariantCulture, $"call {call}");

    /// <summary>The trigger of a seeded flow.</summary>
    public static string TriggerOf(int flow) => flow % 4 == 0 ? "manual" : "Recurrence";

    /// <summary>A run of a seeded flow: 0 has ended, 2 goes on.</summary>
    public static string RunOf(int flow, int run) =>
        string.Create(CultureInfo.InvariantCulture, $"08585329112602833828{909_892_130 + (flow * 10) + run:D9}CU17");

    private static int WriteNumber(int call) => (call / 5 * 2) + (call % 5 > 1 ? 1 : 0);
}
