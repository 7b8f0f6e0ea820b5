using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Errors;

/// <summary>The failures of the flow service: <c>{"error":{"code":…,"message":…}}</c>.</summary>
internal static class ServiceErrors
{
    public static Answer InvalidRequest(string message) => Error(StatusCodes.Status400BadRequest, "InvalidRequest", message);

    public static Answer InvalidFlow(string message) => Error(StatusCodes.Status400BadRequest, "InvalidOpenApiFlow", message);

    public static Answer CallbackUrlBlocked(string flow) =>
        Error(
            StatusCodes.Status400BadRequest,
            "ListCallbackUrlOperationBlocked",
            $"The callback URL of flow '{flow}' cannot be listed: its trigger is a button."
        );

    public static Answer AuthenticationFailed(string message) => Error(StatusCodes.Status401Unauthorized, "AuthenticationFailed", message);

    public static Answer EnvironmentAccessDenied(string environment) =>
        Error(
            StatusCodes.Status403Forbidden,
            "EnvironmentAccessDenied",
            $"The user with object id '{EmulatorSeed.CallerObjectId}' has no access to environment '{environment}'."
        );

    public static Answer FlowNotFound(string flow) =>
        Error(StatusCodes.Status404NotFound, "FlowNotFound", $"Could not find flow '{flow}'.");

    public static Answer ConnectorNotFound(string connector) =>
        Error(StatusCodes.Status404NotFound, "ApiResourceNotFound", $"Could not find API '{connector}'.");

    public static Answer RunNotFound(string flow, string run) =>
        FromWorkflowEngine("WorkflowRunNotFound", $"The workflow '{flow}' run '{run}' could not be found.");

    public static Answer TriggerNotFound(string flow, string trigger) =>
        FromWorkflowEngine("WorkflowTriggerNotFound", $"The workflow '{flow}' trigger '{trigger}' could not be found.");

    /// <summary>What the engine behind the service says arrives as JSON text within the message.</summary>
    private static Answer FromWorkflowEngine(string code, string message)
    {
        var inner = AnswerWriter.ToText(Body(code, message));
        return Error(
            StatusCodes.Status404NotFound,
            "AzureResourceManagerRequestFailed",
            $"Request to Azure Resource Manager failed with error: '{inner}'."
        );
    }

    private static Answer Error(int status, string code, string message) => new(status, Body(code, message));

    private static JsonObject Body(string code, string message) =>
        new()
        {
            ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
        };
}
