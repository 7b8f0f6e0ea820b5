namespace PowerConnectors.Emulator.Faults;

/// <summary>Carries the request out, and ends the connection in the middle of the answer's body: half of it arrives.</summary>
public sealed record CutFault : EmulatorFault
{
    internal const string KindName = "cut";

    /// <summary>In which way the connection ends. Default: with a reset.</summary>
    public ConnectionEnd How { get; init; }

    /// <summary>How the answer says where its body ends. Default: with its length.</summary>
    public BodyFraming Framing { get; init; }

    internal override string Kind => KindName;

    internal override async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        var answer = await HeldAnswer.TakeAsync(context, next);
        var wire = Wire.Of(context);
        await wire.SendAsync(answer.Half(context.Response, Framing), context.RequestAborted);
        wire.End(How);
    }
}
