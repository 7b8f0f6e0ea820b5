using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Flows;
using PowerConnectors.Emulator.Paging;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>All flows of an environment, for administrators.</summary>
internal static class AdminFlowEndpoints
{
    private const string Environment = "/scopes/admin/environments/{environmentName}";
    private const string Flow = Environment + "/flows/{flowName}";

    public static void MapAdminFlows(this OperationRoutes routes)
    {
        routes.Get("ListFlowsInEnvironment", Environment + "/flows", call => List(call, new FlowShapes(call.Options).Listed));
        routes.Get("ListFlowsInEnvironment_V2", Environment + "/v2/flows", call => List(call, new FlowShapes(call.Options).ListedBriefly));
        routes.Get("AdminGetFlow", Flow, AdminGetFlow);
        routes.Post("AdminRestoreFlow", Flow + "/restore", AdminRestoreFlow);
    }

    private static Answer List(OperationCall call, Func<FlowRecord, bool, JsonNode> shape)
    {
        var deleted = call.Flag("includeSoftDeletedFlows");
        var suspension = call.Flag("expandSuspensionInfo");
        var flows = call.Environment.Flows.Where(flow => deleted || !flow.IsDeleted).ToList();
        return Page.Of(call, flows, flow => shape(flow.Look(), suspension));
    }

    /// <summary>Administrators see deleted flows, too: how else would they choose what to restore.</summary>
    private static Answer AdminGetFlow(OperationCall call) =>
        Answer.Ok(new FlowShapes(call.Options).ForAdmin(call.AnyFlow, call.Flag("includeFlowDefinition")));

    /// <summary>A restored flow is off until somebody turns it on; a flow that was not deleted stays as it is.</summary>
    private static Answer AdminRestoreFlow(OperationCall call)
    {
        var flow = call.AnyFlow;
        if (flow.IsDeleted)
        {
            FlowEditor.Switch(flow, "Stopped", call);
        }

        return Answer.Ok(new FlowShapes(call.Options).ForAdmin(flow, definition: false));
    }
}
