using Microsoft.AspNetCore.Http.Features;
using PowerConnectors.Emulator.Endpoints;
using PowerConnectors.Emulator.Errors;
using PowerConnectors.Emulator.Requests;
using PowerConnectors.Emulator.Spec;

namespace PowerConnectors.Emulator.Validation;

/// <summary>Refuses what the connector's document does not allow, and leaves the parsed body for the operation as a feature.</summary>
internal sealed class ValidationMiddleware(RequestDelegate next, SpecDocument spec, EmulatorOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.OperationId() is { } operationId)
        {
            var operation = spec.Operation(operationId);
            var problem = QueryCheck.Find(context.Request.Query, operation) ?? CheckBody(context, operation);
            if (problem is not null)
            {
                throw new ServiceFailure(ServiceErrors.InvalidRequest(problem));
            }
        }

        return next(context);
    }

    private string? CheckBody(HttpContext context, SpecOperation operation)
    {
        var request = context.Features.GetRequiredFeature<RecordedRequest>();
        var parameter = operation.Parameters.FirstOrDefault(parameter => parameter.In == "body");
        if (request.Body.Length == 0)
        {
            return parameter is { Required: true } ? $"The request body '{parameter.Name}' is required." : null;
        }

        if (parameter is null)
        {
            return $"The operation '{operation.Id}' takes no request body.";
        }

        if (!context.Request.HasJsonContentType())
        {
            return $"The content type '{context.Request.ContentType}' of the request body is not JSON.";
        }

        if (!RequestBody.TryParse(request.Body, out var body))
        {
            return "The request body is not valid JSON at '$'.";
        }

        context.Features.Set(new RequestBody(body));
        return new BodyCheck(options.RefuseUndeclaredMembers).Find(body, parameter.Schema!, "$");
    }
}
