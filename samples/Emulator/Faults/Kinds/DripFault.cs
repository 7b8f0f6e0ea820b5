namespace PowerConnectors.Emulator.Faults;

/// <summary>Carries the request out and sends the body of the answer in pieces, with a pause before each.</summary>
public sealed record DripFault : EmulatorFault
{
    internal const string KindName = "drip";

    /// <summary>How many pieces.</summary>
    public required int Pieces { get; init; }

    /// <summary>How long each pause is.</summary>
    public required int Milliseconds { get; init; }

    internal override string Kind => KindName;

    internal override async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        var answer = await HeldAnswer.TakeAsync(context, next);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        var size = Math.Max(1, (answer.Body.Length + Pieces - 1) / Pieces);
        for (var start = 0; start < answer.Body.Length; start += size)
        {
            await Pause.WaitAsync(context, Milliseconds);
            var piece = answer.Body.Slice(start, Math.Min(size, answer.Body.Length - start));
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    internal override (string Member, string Problem)? FindProblem() =>
        Pieces < 1 ? ("pieces", $"{Pieces} is less than 1") : Pause.FindProblem(Milliseconds);
}
