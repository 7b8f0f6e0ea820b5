using System.Globalization;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Reporting;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>What was measured of reading and writing, beside what is compared with.</summary>
internal static class JsonTables
{
    public static string Of(IReadOnlyList<Measurement> all)
    {
        ILookup<string, Measurement> works = all.ToLookup(static one => one.Work);
        return $"{Reading([.. works[JsonTurns.Read]])}\n{Writing([.. works[JsonTurns.Write]], [.. works[JsonTurns.WriteDeclared]])}";
    }

    private static Table Reading(Measurement[] reads)
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
        foreach (Measurement read in reads)
        {
            int length = Bodies.Read(read.Case).Length;
            Measurement hand = reads.Single(other => other.Case == read.Case && other.Contender == Contender.HandWritten);
            Measurement tokens = reads.Single(other => other.Case == read.Case && other.Contender == JsonTurns.Tokens);
            table.Add(
                read.Case,
                length.ToString("N0", CultureInfo.InvariantCulture),
                read.Contender,
                Table.Figure(length / read.Nanoseconds * 1000),
                Table.Figure(read.Bytes / 1024),
                Table.Ratio(hand.Nanoseconds, read.Nanoseconds),
                Table.Ratio(read.Bytes, hand.Bytes),
                Table.Ratio(tokens.Nanoseconds, read.Nanoseconds)
            );
        }

        return table;
    }

    private static Table Writing(Measurement[] writes, Measurement[] declared)
    {
        Table table = new("write", "contender", "MB/s", "allocated KB", "times the time of hand-written", "its allocation");
        foreach (string body in Bodies.Json)
        {
            Add(table, body, Bodies.Read(body).Length, [.. writes.Where(write => write.Case == body)]);
        }

        Add(table, "owners, declared members only", DeclaredOwners.Make().WriteOurs().Length, declared);
        return table;
    }

    private static void Add(Table table, string body, int length, Measurement[] writes)
    {
        Measurement hand = writes.Single(static write => write.Contender == Contender.HandWritten);
        foreach (Measurement write in writes)
        {
            table.Add(
                body,
                write.Contender,
                Table.Figure(length / write.Nanoseconds * 1000),
                Table.Figure(write.Bytes / 1024),
                Table.Ratio(write.Nanoseconds, hand.Nanoseconds),
                Table.Ratio(write.Bytes, hand.Bytes)
            );
        }
    }
}
