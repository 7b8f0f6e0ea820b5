using System.Globalization;
using System.Text.RegularExpressions;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Reporting;

namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>Publishes consumers ahead of time, and runs them in turns.</summary>
internal sealed partial class PublishTable(Workshop workshop, Services services)
{
    private const int Rounds = 15;

    public async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        Dictionary<Consumer, int> warnings = [];
        Dictionary<Consumer, List<NativeRun>> timed = [];
        Dictionary<Consumer, List<NativeRun>> watched = [];
        foreach (Consumer consumer in Consumer.Published)
        {
            string output = await workshop.PublishAsync(consumer, cancellationToken);
            warnings[consumer] = Warning().Matches(output).Select(static match => match.Value).Distinct().Count();
            (timed[consumer], watched[consumer]) = ([], []);
        }

        for (int round = 0; round < Rounds; round++)
        {
            foreach (Consumer consumer in Consumer.Published)
            {
                timed[consumer].Add(await services.CallAsync(consumer, BinaryOf(consumer), looksAtMemory: false));
                watched[consumer].Add(await services.CallAsync(consumer, BinaryOf(consumer), looksAtMemory: true));
            }
        }

        Table table = new("document", "consumer", "binary MB", "of hand-written", "peak MB", "start to end ms", "warnings", "result");
        foreach (Consumer consumer in Consumer.Published)
        {
            Consumer hand = consumer.Document == Consumer.Large ? Consumer.LargeHandWritten : Consumer.SmallHandWritten;
            table.Add(
                consumer.Document,
                consumer.Name,
                Table.Figure(SizeOf(consumer) / 1e6),
                (SizeOf(consumer) / SizeOf(hand)).ToString("F3", CultureInfo.InvariantCulture),
                Table.Figure(watched[consumer].Max(static run => run.PeakBytes) / 1e6),
                Table.Figure(timed[consumer].Select(static run => run.Time.TotalMilliseconds).Median()),
                warnings[consumer].ToString(CultureInfo.InvariantCulture),
                Judge(consumer, [.. timed[consumer], .. watched[consumer]])
            );
        }

        return $"One call of a server on loopback; the median time of {Rounds} runs each, in turns, and the highest peak of as many others.\n\n{table}";
    }

    // A peer may fail, and then the table says so; what ours and the hand-written programs do has to be right.
    private static string Judge(Consumer consumer, IReadOnlyList<NativeRun> runs)
    {
        if (runs.All(static run => run.IsRight))
        {
            return "right";
        }

        NativeRun failed = runs.First(static run => !run.IsRight);
        return consumer.Kind == ConsumerKind.NSwag
            ? $"fails: {ExceptionName().Match(failed.Errors).Value}"
            : throw new InvalidOperationException($"{consumer.Name}: {failed}");
    }

    private string BinaryOf(Consumer consumer) => workshop.PathOf($"published/{consumer.Name}/{consumer.Name}");

    private double SizeOf(Consumer consumer) => new FileInfo(BinaryOf(consumer)).Length;

    [GeneratedRegex(@"warning IL\d{4}: [^\[]*")]
    private static partial Regex Warning();

    [GeneratedRegex(@"[\w.]+Exception")]
    private static partial Regex ExceptionName();
}
