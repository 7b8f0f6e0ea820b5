using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Errors;
using PowerConnectors.Emulator.State;
using PowerConnectors.Emulator.Validation;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>One call of an operation: what was sent, and what it is about.</summary>
internal sealed class OperationCall(HttpContext context, EmulatorStore store, EmulatorOptions options)
{
    public EmulatorOptions Options { get; } = options;

    public EmulatorStore Store { get; } = store;

    public HttpRequest Request { get; } = context.Request;

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>The body; null if there was none. It has been checked against the document.</summary>
    public JsonNode? Body => context.Features.Get<RequestBody>()?.Json;

    public int? Top => Query("$top") is { Length: > 0 } top ? int.Parse(top, CultureInfo.InvariantCulture) : null;

    /// <summary>The environment that the path or the query names.</summary>
    public EnvironmentRecord Environment
    {
        get
        {
            var name = context.GetRouteValue("environmentName") as string ?? Query("environmentName");
            return Store.FindEnvironment(name) ?? throw new ServiceFailure(ServiceErrors.EnvironmentAccessDenied(name));
        }
    }

    /// <summary>The flow that the path names, deleted or not.</summary>
    public FlowRecord AnyFlow =>
        Environment.Find(Route("flowName")) ?? throw new ServiceFailure(ServiceErrors.FlowNotFound(Route("flowName")));

    /// <summary>The flow that the path names, unless it is deleted.</summary>
    public FlowRecord Flow =>
        AnyFlow is { IsDeleted: false } flow ? flow : throw new ServiceFailure(ServiceErrors.FlowNotFound(Route("flowName")));

    public JsonObject Connector =>
        Store.FindConnector(Route("apiName")) ?? throw new ServiceFailure(ServiceErrors.ConnectorNotFound(Route("apiName")));

    public string Route(string name) => (string)context.GetRouteValue(name)!;

    public string Query(string name) => Request.Query[name].ToString();

    public bool Flag(string name) => Query(name) == "true";
}
