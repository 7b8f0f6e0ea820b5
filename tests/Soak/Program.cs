using System.CommandLine;
using PowerConnectors.Soak;

SoakOptions defaults = new();
Option<int> calls = new("--calls") { Description = "How many calls.", DefaultValueFactory = _ => defaults.Calls };
Option<double> faults = new("--faults")
{
    Description = "How many requests in a hundred meet a fault.",
    DefaultValueFactory = _ => defaults.FaultPercent,
};
Option<int> callers = new("--callers") { Description = "How many call at the same time.", DefaultValueFactory = _ => defaults.Callers };
Option<int> seed = new("--seed") { Description = "What the faults are drawn from.", DefaultValueFactory = _ => defaults.Seed };
Option<double> minutes = new("--minutes")
{
    Description = "When to stop at the latest; what was called until then is checked.",
    DefaultValueFactory = _ => defaults.TimeLimit.TotalMinutes,
};
RootCommand command = new(
    "Calls an emulator that fails in every way, and checks that each write happened once or was reported as perhaps carried out, and that nothing grows."
)
{
    calls,
    faults,
    callers,
    seed,
    minutes,
};
command.SetAction(
    async (arguments, cancellationToken) =>
    {
        SoakOptions options = new()
        {
            Calls = arguments.GetValue(calls),
            FaultPercent = arguments.GetValue(faults),
            Callers = arguments.GetValue(callers),
            Seed = arguments.GetValue(seed),
            TimeLimit = TimeSpan.FromMinutes(arguments.GetValue(minutes)),
        };
        SoakReport report = await SoakRun.RunAsync(options, Console.Out, cancellationToken);
        ReportText.Write(report, Console.Out);
        return report.Problems.Count == 0 ? 0 : 1;
    }
);
return await command.Parse(args).InvokeAsync();
