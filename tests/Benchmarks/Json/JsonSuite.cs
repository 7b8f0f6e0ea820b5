using System.Globalization;
using System.Text.Json;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Reporting;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Reads and writes answers of real shape beside System.Text.Json's source generation and NSwag, just in time and natively compiled.</summary>
internal sealed class JsonSuite : Suite
{
    private static readonly string[] s_bodies = [Bodies.Flows, Bodies.Definition, Bodies.Owners];

    public override string Name => "json";

    public override string Title => "JSON";

    public override Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (string body in s_bodies)
        {
            byte[] json = Bodies.Read(body);
            LosslessCheck.Whole.Check(JsonCases.Ours(body), json);
            LosslessCheck.WithoutNull.Check(JsonCases.HandWritten(body), json);
        }

        DeclaredOwners.Make();
        NSwagCases.Of(Bodies.KnownFlows).Read(Bodies.Read(Bodies.KnownFlows));
        return Task.CompletedTask;
    }

    public override async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Measurement> justInTime = Measurer.Run([
            typeof(ReadBenchmarks),
            typeof(NSwagReadBenchmarks),
            typeof(WriteBenchmarks),
            typeof(WriteDeclaredBenchmarks),
        ]);
        return $"""
            #### .NET 10

            {TablesOf(justInTime)}
            #### NativeAOT

            {TablesOf(await NativeJson.RunAsync(cancellationToken))}
            NSwag and the page of 250 flows as the service sends it: {NSwagFailure()} What becomes of it natively compiled is with what a consumer pays.
            """;
    }

    private static string TablesOf(IReadOnlyList<Measurement> all)
    {
        ILookup<Type, Measurement> results = all.ToLookup(static result => result.Benchmarks);
        Table reading = Reading([.. results[typeof(ReadBenchmarks)]], [.. results[typeof(NSwagReadBenchmarks)]]);
        Table writing = Writing([.. results[typeof(WriteBenchmarks)]], [.. results[typeof(WriteDeclaredBenchmarks)]]);
        return $"{reading}\n{writing}";
    }

    private static Table Reading(IReadOnlyList<Measurement> reads, IReadOnlyList<Measurement> nswag)
    {
        Table table = new(
            "read",
            "bytes",
            "contender",
            "MB/s",
            "allocated KB",
            "times the speed of hand-written",
            "its allocation",
            "share of bare tokenizing"
        );
        foreach (string body in s_bodies)
        {
            int length = Bodies.Read(body).Length;
            Measurement hand = reads.Single(read => read.Case == body && read.Method == nameof(ReadBenchmarks.HandWritten));
            Measurement tokens = reads.Single(read => read.Case == body && read.Method == nameof(ReadBenchmarks.Tokens));
            string readable = body == Bodies.Flows ? Bodies.KnownFlows : body;
            foreach (
                Measurement read in (Measurement[])
                    [.. reads.Where(read => read.Case == body), .. nswag.Where(read => read.Case == readable)]
            )
            {
                string contender = read.Case == Bodies.KnownFlows ? $"{read.Method} (declared states only)" : read.Method;
                table.Add(
                    body,
                    length.ToString("N0", CultureInfo.InvariantCulture),
                    contender,
                    Table.Figure(length / read.Nanoseconds * 1000),
                    Table.Figure(read.Bytes / 1024),
                    Table.Ratio(hand.Nanoseconds, read.Nanoseconds),
                    Table.Ratio(read.Bytes, hand.Bytes),
                    Table.Ratio(tokens.Nanoseconds, read.Nanoseconds)
                );
            }
        }

        return table;
    }

    private static Table Writing(IReadOnlyList<Measurement> writes, IReadOnlyList<Measurement> declared)
    {
        Table table = new("write", "contender", "MB/s", "allocated KB", "times the time of hand-written", "its allocation");
        foreach (string body in s_bodies)
        {
            Add(table, body, Bodies.Read(body).Length, [.. writes.Where(write => write.Case == body)]);
        }

        Add(table, "owners, declared members only", DeclaredOwners.Make().WriteOurs().Length, declared);
        return table;
    }

    private static void Add(Table table, string body, int length, IReadOnlyList<Measurement> writes)
    {
        Measurement hand = writes.Single(static write => write.Method == nameof(WriteBenchmarks.HandWritten));
        foreach (Measurement write in writes)
        {
            table.Add(
                body,
                write.Method,
                Table.Figure(length / write.Nanoseconds * 1000),
                Table.Figure(write.Bytes / 1024),
                Table.Ratio(write.Nanoseconds, hand.Nanoseconds),
                Table.Ratio(write.Bytes, hand.Bytes)
            );
        }
    }

    private static string NSwagFailure()
    {
        try
        {
            NSwagCases.Of(Bodies.Flows).Read(Bodies.Read(Bodies.Flows));
            return "it reads it.";
        }
        catch (JsonException exception)
        {
            return $"it throws ({exception.Message.Split('.')[0]}), so its figure is for the page without such states.";
        }
    }
}
