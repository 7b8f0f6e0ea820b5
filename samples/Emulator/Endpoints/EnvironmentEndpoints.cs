using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Paging;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>The caller's environments.</summary>
internal static class EnvironmentEndpoints
{
    public static void MapEnvironments(this OperationRoutes routes) =>
        routes.Get("ListUserEnvironments", "/environments", ListUserEnvironments);

    private static Answer ListUserEnvironments(OperationCall call) =>
        Page.Whole(call.Store.Environments, environment => environment.Resource.DeepClone());
}
