using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Paging;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>Connectors.</summary>
internal static class ConnectorEndpoints
{
    public static void MapConnectors(this OperationRoutes routes)
    {
        routes.Get("ListApis", "/apis", ListApis);
        routes.Get("GetApi", "/apis/{apiName}", GetApi);
    }

    private static Answer ListApis(OperationCall call)
    {
        _ = call.Environment;
        return Page.Whole(call.Store.Connectors, ConnectorSeeds.WithoutConnectionParameters);
    }

    private static Answer GetApi(OperationCall call)
    {
        _ = call.Environment;
        return Answer.Ok(call.Connector.DeepClone());
    }
}
