using PowerConnectors.Benchmarks;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Lists;
using PowerConnectors.Benchmarks.Reporting;
using PowerConnectors.Testing;

const string OnlyCheck = "--short";

if (args is [ListProcess.Command, ..])
{
    await ListProcess.RunAsync(args);
    return 0;
}

string[] names = [.. args.Where(static argument => argument != OnlyCheck)];
Suite[] suites = [.. Suites.All.Where(suite => names.Contains(suite.Name))];
if (names.Length == 0 || suites.Length != names.Length)
{
    Console.Error.WriteLine($"Usage: Benchmarks {string.Join('|', Suites.All.Select(static suite => suite.Name))} ... [{OnlyCheck}]");
    Console.Error.WriteLine($"{OnlyCheck} has every contender do its work once and checks the result.");
    return 1;
}

await BodyMaker.MakeAsync();
foreach (Suite suite in suites)
{
    await suite.CheckAsync(CancellationToken.None);
    if (!args.Contains(OnlyCheck))
    {
        string section = await suite.MeasureAsync(CancellationToken.None);
        PerformancePage.Replace(Repository.PathOf("docs/performance.md"), suite, section);
        Console.WriteLine(section);
    }
}

return 0;
