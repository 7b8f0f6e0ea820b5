using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Errors;
using PowerConnectors.Emulator.Flows;
using PowerConnectors.Emulator.Paging;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>The caller's flows.</summary>
internal static class FlowEndpoints
{
    private const string Flows = "/environments/{environmentName}/flows";
    private const string Flow = Flows + "/{flowName}";

    public static void MapFlows(this OperationRoutes routes)
    {
        routes.Get("ListMyFlows", Flows, ListMyFlows);
        routes.Post("CreateFlow", Flows, CreateFlow);
        routes.Get("GetFlow", Flow, GetFlow);
        routes.Patch("UpdateFlow", Flow, UpdateFlow);
        routes.Delete("DeleteFlow", Flow, DeleteFlow);
        routes.Post("StartFlow", Flow + "/start", call => Switch(call, "Started"));
        routes.Post("StopFlow", Flow + "/stop", call => Switch(call, "Stopped"));
        routes.Post("CancelFlowRun", Flow + "/runs/{runId}/cancel", FlowRunEndpoints.CancelFlowRun);
        routes.Post("ResubmitFlow", Flow + "/triggers/{triggerName}/histories/{runId}/resubmit", FlowRunEndpoints.ResubmitFlow);
        routes.Post("ListCallbackUrl", Flow + "/triggers/manual/listCallbackUrl", ListCallbackUrl);
    }

    private static Answer ListMyFlows(OperationCall call)
    {
        var shapes = new FlowShapes(call.Options);
        var flows = call.Environment.Flows.Where(flow => !flow.IsDeleted).ToList();
        return Page.Of(call, flows, flow => shapes.Listed(flow.Look(), suspension: false));
    }

    private static Answer CreateFlow(OperationCall call) => Answer.Ok(new FlowShapes(call.Options).Saved(FlowEditor.Create(call)));

    private static Answer GetFlow(OperationCall call) => Answer.Ok(new FlowShapes(call.Options).Full(call.Flow));

    private static Answer UpdateFlow(OperationCall call)
    {
        var flow = call.Flow;
        FlowEditor.Update(flow, call);
        return Answer.Ok(new FlowShapes(call.Options).Saved(flow));
    }

    private static Answer DeleteFlow(OperationCall call)
    {
        if (call.Environment.Find(call.Route("flowName")) is not { IsDeleted: false } flow)
        {
            return Answer.NoContent;
        }

        flow.State = FlowRecord.DeletedState;
        return Answer.Empty;
    }

    private static Answer Switch(OperationCall call, string state)
    {
        FlowEditor.Switch(call.Flow, state, call);
        return Answer.Empty;
    }

    private static Answer ListCallbackUrl(OperationCall call)
    {
        var flow = call.Flow;
        if (flow.Definition?["triggers"]?["manual"] is not JsonObject trigger)
        {
            throw new ServiceFailure(ServiceErrors.TriggerNotFound(flow.Name, "manual"));
        }

        if (trigger["kind"]?.ToString() == "Button")
        {
            throw new ServiceFailure(ServiceErrors.CallbackUrlBlocked(flow.Name));
        }

        var url = new JsonObject { ["value"] = CallbackUrl.Of(flow), ["method"] = "POST" };
        return Answer.Ok(call.Options.BareCallbackUrl ? url : new JsonObject { ["response"] = url });
    }
}
