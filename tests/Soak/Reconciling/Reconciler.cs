using PowerConnectors.Soak.Calls;
using PowerConnectors.Soak.Service;

namespace PowerConnectors.Soak.Reconciling;

/// <summary>Puts what the client said of each write beside what the service recorded.</summary>
internal sealed class Reconciler(IReadOnlyList<string> flowNames)
{
    // Sending these twice leaves the service as sending them once does; the overlay says so.
    private static readonly HashSet<WriteKind> s_repeatable =
    [
        WriteKind.StartFlow,
        WriteKind.StopFlow,
        WriteKind.ModifyFlowOwners,
        WriteKind.ModifyRunOnlyUsers,
        WriteKind.CancelFlowRun,
        WriteKind.DeleteFlow,
    ];

    private static readonly HashSet<string> s_writes = [.. Enum.GetNames<WriteKind>()];

    private readonly Dictionary<WriteKey, int> _done = [];

    public void Add(ServiceRecord record)
    {
        if (record.CarriedOut && record.OperationId is { } operation && s_writes.Contains(operation))
        {
            WriteKey key = WriteKey.Of(record);
            _done[key] = _done.GetValueOrDefault(key) + 1;
        }
    }

    public WriteTally Compare(IReadOnlyList<CallOutcome> outcomes)
    {
        WriteTally tally = new();
        for (int call = 0; call < outcomes.Count; call++)
        {
            if (CallPlan.IsWrite(call) && outcomes[call] != CallOutcome.NotMade)
            {
                _done.Remove(WriteKey.Of(call, flowNames), out int times);
                tally = Add(tally, outcomes[call], times, s_repeatable.Contains(CallPlan.KindOf(call)));
            }
        }

        return tally with
        {
            Strays = _done.Count,
        };
    }

    private static WriteTally Add(WriteTally tally, CallOutcome outcome, int times, bool repeatable)
    {
        tally = tally with { Made = tally.Made + 1 };
        return (outcome, times) switch
        {
            (_, > 1) when !repeatable => tally with { Doubled = tally.Doubled + 1 },
            (CallOutcome.Succeeded, 0) => tally with { Lost = tally.Lost + 1 },
            (CallOutcome.Succeeded, 1) => tally with { Once = tally.Once + 1 },
            (CallOutcome.Succeeded, _) => tally with { RepeatedHarmlessly = tally.RepeatedHarmlessly + 1 },
            (CallOutcome.PerhapsCarriedOut, 0) => tally with { PerhapsAndNotDone = tally.PerhapsAndNotDone + 1 },
            (CallOutcome.PerhapsCarriedOut, _) => tally with { PerhapsAndDone = tally.PerhapsAndDone + 1 },
            (_, 0) => tally with { RefusedAndNotDone = tally.RefusedAndNotDone + 1 },
            _ => tally with { DoneUnreported = tally.DoneUnreported + 1 },
        };
    }
}
