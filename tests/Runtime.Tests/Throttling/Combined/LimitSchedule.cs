using CsCheck;

namespace PowerConnectors.Runtime.Tests.Throttling.Combined;

/// <summary>Who calls when, under a limit of all calls and one of writes. Times are in milliseconds.</summary>
internal sealed record LimitSchedule(LimitFigures All, LimitFigures Writes, CallPlan[] Calls, PausePlan[] Pauses)
{
    /// <summary>By then nothing happens any more, even if every window held one call only and every pause came by itself.</summary>
    public int End =>
        Calls.Sum(static call => call.After + Math.Max(call.Delay, 0) + 1)
        + (Calls.Length * (All.Window + Writes.Window))
        + Pauses.Sum(static pause => pause.At + pause.Length);

    public static Gen<LimitSchedule> Gen { get; } =
        CsCheck.Gen.Select(
            FiguresOf(6, 30),
            FiguresOf(3, 60),
            CsCheck
                .Gen.Select(
                    CsCheck.Gen.Frequency((3, CsCheck.Gen.Const(0)), (2, CsCheck.Gen.Int[1, 9])),
                    CsCheck.Gen.Bool,
                    CsCheck.Gen.Frequency((4, CsCheck.Gen.Const(false)), (1, CsCheck.Gen.Const(true))),
                    CsCheck.Gen.Int[-1, 5],
                    CsCheck.Gen.Frequency((3, CsCheck.Gen.Const(int.MaxValue)), (1, CsCheck.Gen.Int[1, 40])),
                    static (after, write, again, delay, patience) => new CallPlan(after, write, again, delay, patience)
                )
                .Array[1, 40],
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, 100], CsCheck.Gen.Int[1, 30], static (at, length) => new PausePlan(at, length)).Array[
                0,
                3
            ],
            static (all, writes, calls, pauses) => new LimitSchedule(all, writes, calls, pauses)
        );

    public override string ToString() => string.Join('\n', [All, Writes, .. Calls, .. Pauses]);

    private static Gen<LimitFigures> FiguresOf(int mostCalls, int longestWindow) =>
        CsCheck.Gen.Select(
            CsCheck.Gen.Int[1, mostCalls],
            CsCheck.Gen.Int[1, longestWindow],
            static (calls, window) => new LimitFigures(calls, window)
        );
}

internal sealed record LimitFigures(int Calls, int Window);

/// <summary>One call.</summary>
/// <param name="After">How long after the call before it comes.</param>
/// <param name="IsWrite">Whether both limits count it, or only that of all calls.</param>
/// <param name="Again">Whether it was sent before, and goes ahead.</param>
/// <param name="Delay">How long after it may leave it does; below zero for never.</param>
/// <param name="Patience">How long after its arrival it gives up, if it may not leave by then.</param>
internal sealed record CallPlan(int After, bool IsWrite, bool Again, int Delay, int Patience);

internal sealed record PausePlan(int At, int Length);
