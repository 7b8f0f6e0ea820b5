namespace PowerConnectors.Emulator.Faults;

/// <summary>Keeps the caller waiting, and answers as usual then.</summary>
public sealed record DelayFault : EmulatorFault
{
    internal const string KindName = "delay";

    /// <summary>How long.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>Whether the request is carried out before the wait; otherwise after it, unless the caller has gone by then. Default: no.</summary>
    public bool CarriedOut { get; init; }

    internal override string Kind => KindName;

    internal override async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        if (CarriedOut)
        {
            var answer = await HeldAnswer.TakeAsync(context, next);
            await Pause.WaitAsync(context, Milliseconds);
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
        else
        {
            await Pause.WaitAsync(context, Milliseconds);
            await next(context);
        }
    }

    internal override (string Member, string Problem)? FindProblem() => Pause.FindProblem(Milliseconds);
}
