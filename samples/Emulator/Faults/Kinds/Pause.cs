namespace PowerConnectors.Emulator.Faults;

/// <summary>Waits by the emulator's clock, as long as the caller does.</summary>
internal static class Pause
{
    public static Task WaitAsync(HttpContext context, int milliseconds) =>
        Task.Delay(
            TimeSpan.FromMilliseconds(milliseconds),
            context.RequestServices.GetRequiredService<EmulatorOptions>().TimeProvider,
            context.RequestAborted
        );

    public static (string Member, string Problem)? FindProblem(int milliseconds) =>
        milliseconds < 0 ? ("milliseconds", $"{milliseconds} is less than 0") : null;
}
