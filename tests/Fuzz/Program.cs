using System.CommandLine;
using System.Globalization;
using PowerConnectors.Fuzz;
using PowerConnectors.Fuzz.Judging;
using PowerConnectors.Fuzz.Mutating;
using PowerConnectors.Testing;

const string FaultsFolder = "artifacts/fuzz";

Option<int> seed = new("--seed") { Description = "What the mutations are drawn from.", DefaultValueFactory = _ => 1 };
Option<double> minutes = new("--minutes") { Description = "How long.", DefaultValueFactory = _ => 5 };
Option<DirectoryInfo?> folder = new("--folder")
{
    Description = "A folder of connector documents to mutate, besides those of this repository.",
};
RootCommand command = new(
    $"Gives the generator mutated documents. Each has to end in code that compiles or in diagnostics; those that do not are put into {FaultsFolder}."
)
{
    seed,
    minutes,
    folder,
};
command.SetAction(
    (arguments, cancellationToken) =>
    {
        string faults = Repository.PathOf(FaultsFolder);
        Directory.CreateDirectory(faults);
        FuzzRun run = new(arguments.GetValue(seed), Sources.From(arguments.GetValue(folder)));
        int judged = 0;
        int withCode = 0;
        int atFault = 0;
        TimeSpan slowest = default;
        foreach (
            (int number, Verdict verdict) in run.Judge(
                int.MaxValue,
                TimeSpan.FromMinutes(arguments.GetValue(minutes)),
                (document, overlay) => Write(faults, "current", document, overlay), // Stays where the process ends, as by a stack overflow.
                cancellationToken
            )
        )
        {
            judged++;
            withCode += verdict.HasCode ? 1 : 0;
            slowest = verdict.Duration > slowest ? verdict.Duration : slowest;
            if (verdict.Fault is { } fault)
            {
                atFault++;
                (string document, string? overlay) = run.Make(number);
                string name = string.Create(CultureInfo.InvariantCulture, $"{arguments.GetValue(seed)}-{number}");
                Write(faults, name, document, overlay);
                Console.WriteLine($"{name}: {fault}");
            }
        }

        Console.WriteLine(
            $"{judged} documents, {withCode} with code, {atFault} at fault; the slowest took {slowest.TotalMilliseconds:F0} ms."
        );
        return Task.FromResult(atFault == 0 ? 0 : 1);
    }
);
return await command.Parse(args).InvokeAsync();

static void Write(string folder, string name, string document, string? overlay)
{
    File.WriteAllText(Path.Combine(folder, $"{name}.swagger.json"), document);
    File.WriteAllText(Path.Combine(folder, $"{name}.overlay.json"), overlay ?? "");
}
