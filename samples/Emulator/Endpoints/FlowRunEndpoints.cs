using System.Globalization;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Errors;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>Runs of the caller's flows.</summary>
internal static class FlowRunEndpoints
{
    private const string Running = "Running";

    /// <summary>Cancels a run; one that has ended stays as it is.</summary>
    public static Answer CancelFlowRun(OperationCall call)
    {
        var flow = call.Flow;
        var index = FindRun(flow, call.Route("runId"));
        if (flow.Runs[index].Status == Running)
        {
            flow.Runs[index] = flow.Runs[index] with { Status = "Cancelled" };
        }

        return Answer.Accepted;
    }

    /// <summary>Starts another run with the input of an earlier one.</summary>
    public static Answer ResubmitFlow(OperationCall call)
    {
        var flow = call.Flow;
        var trigger = call.Route("triggerName");
        var run = flow.Runs[FindRun(flow, call.Route("runId"))];
        if (!string.Equals(run.Trigger, trigger, StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceFailure(ServiceErrors.TriggerNotFound(flow.Name, trigger));
        }

        var number = flow.Runs.Count.ToString("D9", CultureInfo.InvariantCulture);
        flow.Runs.Add(new FlowRun($"08585000000000000000{number}CU17", run.Trigger, Running));
        return Answer.Accepted;
    }

    private static int FindRun(FlowRecord flow, string runId)
    {
        var index = flow.Runs.FindIndex(run => string.Equals(run.Id, runId, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index : throw new ServiceFailure(ServiceErrors.RunNotFound(flow.Name, runId));
    }
}
