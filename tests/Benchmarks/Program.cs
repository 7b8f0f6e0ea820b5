using PowerConnectors.Benchmarks;

Console.WriteLine("| document | files | first run ms | one edit ms (median) | one edit bytes |");
Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
foreach (int size in (int[])[10_000, 100_000, 1_100_000])
{
    Console.WriteLine(KeystrokeCost.Measure(size, CancellationToken.None));
}
