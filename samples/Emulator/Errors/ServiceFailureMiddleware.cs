using PowerConnectors.Emulator.Answers;

namespace PowerConnectors.Emulator.Errors;

/// <summary>Writes the answer of a call that ended in a failure.</summary>
internal sealed class ServiceFailureMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (ServiceFailure failure)
        {
            await AnswerWriter.WriteAsync(context, AnswerWriter.Serialize(failure.Answer));
        }
    }
}
