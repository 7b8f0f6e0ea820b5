using Microsoft.AspNetCore.Http.Features;
using PowerConnectors.Emulator.Endpoints;
using PowerConnectors.Emulator.Requests;

namespace PowerConnectors.Emulator.Faults;

/// <summary>Lets a request meet the fault that the plan has for it, before anything else is looked at.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultPlan plan)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.OperationId() is not { } operationId || plan.Choose(operationId, context.Request.Method) is not { } rule)
        {
            return next(context);
        }

        context.Features.GetRequiredFeature<RecordedRequest>().Fault = rule.Name;
        return rule.Rule.Fault.ApplyAsync(context, next);
    }
}
