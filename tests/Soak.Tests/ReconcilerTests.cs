using PowerConnectors.Soak.Calls;
using PowerConnectors.Soak.Reconciling;
using PowerConnectors.Soak.Service;

namespace PowerConnectors.Soak.Tests;

/// <summary>The reckoning: it has to see what the run must never show.</summary>
public sealed class ReconcilerTests
{
    // Call 1 creates a flow, call 6 updates one (not repeatable), call 8 starts one (repeatable).
    private const int Create = 1;
    private const int Update = 6;
    private const int Start = 8;

    private static readonly string[] s_flows = [.. Enumerable.Range(0, 20).Select(static index => $"flow-{index}")];

    [Fact]
    public void What_was_done_once_and_said_so_is_good()
    {
        WriteTally tally = Compare([Create, Update, Start, Start], CallOutcome.Succeeded);

        Assert.Equal((3, 2, 1), (tally.Made, tally.Once, tally.RepeatedHarmlessly));
        Assert.Empty(tally.Problems);
    }

    [Theory]
    [InlineData(CallOutcome.Succeeded, 0, "1 writes were lost")]
    [InlineData(CallOutcome.Succeeded, 2, "1 writes were doubled")]
    [InlineData(CallOutcome.PerhapsCarriedOut, 2, "1 writes were doubled")]
    [InlineData(CallOutcome.NotCarriedOut, 1, "1 writes were carried out, but reported as refused")]
    public void What_must_not_be_is_a_problem(CallOutcome outcome, int times, string problem)
    {
        WriteTally tally = Compare([.. Enumerable.Repeat(Update, times), Create, Start], outcome, exceptUpdate: CallOutcome.Succeeded);

        Assert.Equal([problem], tally.Problems);
    }

    [Fact]
    public void What_nobody_asked_for_is_a_problem()
    {
        Reconciler reconciler = new(s_flows);
        reconciler.Add(Done(Create));

        Assert.Equal(["1 writes were carried out, but never asked for"], reconciler.Compare([]).Problems);
    }

    private static WriteTally Compare(IEnumerable<int> done, CallOutcome outcome, CallOutcome? exceptUpdate = null)
    {
        Reconciler reconciler = new(s_flows);
        foreach (int call in done)
        {
            reconciler.Add(Done(call));
        }

        CallOutcome[] outcomes = new CallOutcome[10];
        outcomes[Create] = outcomes[Start] = exceptUpdate ?? outcome;
        outcomes[Update] = outcome;
        return reconciler.Compare(outcomes);
    }

    private static ServiceRecord Done(int call) =>
        call == Create
            ? new("POST", "/environments/e/flows", "CreateFlow", """{"properties":{"displayName":"call 1"}}""", CarriedOut: true)
            : new("POST", $"/environments/e/flows/flow-{CallPlan.FlowOf(call)}/x", CallPlan.KindOf(call).ToString(), "", CarriedOut: true);
}
