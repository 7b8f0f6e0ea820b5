using System.Globalization;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Reporting;

namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>Builds consumers in turns.</summary>
internal sealed class BuildTable(Workshop workshop)
{
    private const int Rounds = 3;

    public async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        Dictionary<Consumer, List<double>> seconds = Consumer.Built.ToDictionary(static one => one, static _ => new List<double>());
        Dictionary<Consumer, int> lines = [];
        foreach (Consumer consumer in Consumer.Built)
        {
            await workshop.BuildAsync(consumer, cancellationToken, "-p:EmitCompilerGeneratedFiles=true");
            lines[consumer] = CountLines(consumer);
        }

        for (int round = 0; round < Rounds; round++)
        {
            foreach (Consumer consumer in Consumer.Built)
            {
                seconds[consumer].Add((await workshop.BuildAsync(consumer, cancellationToken)).TotalSeconds);
            }
        }

        Table table = new("document", "consumer", "build s", "generated lines", "DLL KB", "seconds of NSwag's", "lines of NSwag's");
        foreach (Consumer consumer in Consumer.Built)
        {
            Consumer nswag = consumer.Document == Consumer.Large ? Consumer.LargeNSwag : Consumer.SmallNSwag;
            table.Add(
                consumer.Document,
                consumer.Name,
                Table.Figure(seconds[consumer].Median()),
                lines[consumer].ToString("N0", CultureInfo.InvariantCulture),
                Table.Figure(new FileInfo(workshop.DllOf(consumer)).Length / 1024.0),
                Table.Ratio(seconds[consumer].Median(), seconds[nswag].Median()),
                Table.Ratio(lines[consumer], lines[nswag])
            );
        }

        return $"""
            Medians of {Rounds} builds each, in turns. NSwag's includes its generator. `Precompiled` compiles the program alone against the DLL: what the others have above it is what generating and compiling costs when cold.

            {table}
            """;
    }

    private int CountLines(Consumer consumer)
    {
        string folder = workshop.PathOf($"{consumer.Name}/obj/Release/net10.0");
        string ours = Path.Combine(folder, "generated", "PowerConnectors.Generator");
        string nswag = Path.Combine(folder, "NSwagClient.cs");
        return Directory.Exists(ours)
                ? Directory.EnumerateFiles(ours, "*.cs", SearchOption.AllDirectories).Sum(static file => File.ReadLines(file).Count())
            : File.Exists(nswag) ? File.ReadLines(nswag).Count()
            : 0;
    }
}
