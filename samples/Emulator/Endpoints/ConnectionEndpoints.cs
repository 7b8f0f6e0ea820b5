using System.Globalization;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Paging;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>The caller's connections.</summary>
internal static class ConnectionEndpoints
{
    public static void MapConnections(this OperationRoutes routes)
    {
        routes.Post("CreateConnection", "/apis/{apiName}/connections", CreateConnection);
        routes.Get("ListConnections", "/connections", ListConnections);
    }

    private static Answer CreateConnection(OperationCall call)
    {
        var environment = call.Environment;
        var connector = call.Connector;
        var count = environment.Connections.Count.ToString(CultureInfo.InvariantCulture);
        var connection = ConnectionSeeds.Connection(
            environment.Name,
            StableGuid.Of("connection", environment.Name, count).Replace("-", "", StringComparison.Ordinal),
            connector["id"]!.GetValue<string>(),
            connector["properties"]!["displayName"]!.GetValue<string>(),
            WireTime.Format(call.Now),
            call.Body?["properties"]?["connectionParameters"]?.DeepClone()
        );
        environment.Connections.Add(connection);
        return Answer.Created(connection.DeepClone());
    }

    private static Answer ListConnections(OperationCall call) =>
        Page.Of(
            call,
            call.Environment.Connections,
            connection =>
            {
                var copy = connection.DeepClone();
                copy["properties"]!.AsObject().Remove("connectionParameters");
                return copy;
            }
        );
}
