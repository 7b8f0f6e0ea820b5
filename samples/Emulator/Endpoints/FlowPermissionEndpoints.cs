using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Flows;
using PowerConnectors.Emulator.Paging;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>Owners and run-only users of flows.</summary>
internal static class FlowPermissionEndpoints
{
    private const string Flow = "/environments/{environmentName}/flows/{flowName}";
    private const string AdminFlow = "/scopes/admin" + Flow;
    private const string OwnerRole = "CanEdit";
    private const string RunOnlyRole = "CanView";

    public static void MapFlowPermissions(this OperationRoutes routes)
    {
        routes.Get("ListFlowOwners", Flow + "/owners", call => Page.Whole(call.Flow.Owners, owner => owner.DeepClone()));
        routes.Post("ModifyFlowOwners", Flow + "/modifyOwners", ModifyOwners);
        routes.Get("ListFlowUsers", Flow + "/users", call => Page.Whole(call.Flow.RunOnlyUsers, user => user.DeepClone()));
        routes.Post("ModifyRunOnlyUsers", Flow + "/modifyUsers", ModifyRunOnlyUsers);
        routes.Post("AdminModifyFlowOwners", AdminFlow + "/modifyOwners", ModifyOwners);
    }

    private static Answer ModifyOwners(OperationCall call)
    {
        Permissions.Modify(call.Flow.Owners, call.Body!, OwnerRole);
        return Answer.Empty;
    }

    private static Answer ModifyRunOnlyUsers(OperationCall call)
    {
        Permissions.Modify(call.Flow.RunOnlyUsers, call.Body!, RunOnlyRole);
        return Answer.Empty;
    }
}
