using PowerConnectors.Benchmarks;
using PowerConnectors.Benchmarks.Calls;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Json;
using PowerConnectors.Benchmarks.Lists;
using PowerConnectors.Benchmarks.Reporting;
using PowerConnectors.Testing;

const string OnlyCheck = "--short";

switch (args)
{
    case [ListProcess.Command, ..]:
        await ListProcess.RunAsync(args);
        return 0;
    case [JsonTurns.Command]:
        await JsonTurns.RunAsync(NSwagCases.ReadersOf);
        return 0;
    case [CallTurns.Command, var endpoint]:
        await CallTurns.RunAsync(endpoint);
        return 0;
    default:
        break;
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
