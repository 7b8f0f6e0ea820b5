namespace PowerConnectors.Emulator.Faults;

/// <summary>Ends the connection without a byte of an answer.</summary>
public sealed record DropFault : EmulatorFault
{
    internal const string KindName = "drop";

    /// <summary>In which way the connection ends. Default: with a reset.</summary>
    public ConnectionEnd How { get; init; }

    /// <summary>Whether the request is carried out before, so that only the answer is lost. Default: no.</summary>
    public bool CarriedOut { get; init; }

    internal override string Kind => KindName;

    internal override async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        if (CarriedOut)
        {
            await HeldAnswer.TakeAsync(context, next);
        }

        Wire.Of(context).End(How);
    }
}
