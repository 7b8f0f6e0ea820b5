using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Reporting;

namespace PowerConnectors.Benchmarks.Calls;

/// <summary>One call beside the hand-written client, NSwag and Refit.</summary>
internal sealed class CallSuite : Suite
{
    public override string Name => "call";

    public override string Title => "One call";

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        byte[] body = Bodies.Read(Bodies.Flow);
        await using FlowServer server = await FlowServer.StartAsync(body, cancellationToken);
        foreach (Transport transport in Transport.All(new Uri(server.Endpoint), body))
        {
            using FlowCalls calls = new(transport);
            await CallTurns.CheckAsync(calls);
        }
    }

    public override async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        byte[] body = Bodies.Read(Bodies.Flow);
        await using FlowServer server = await FlowServer.StartAsync(body, cancellationToken);
        IReadOnlyList<Measurement> calls = await MeasuringProcesses.RunAsync([CallTurns.Command, server.Endpoint], cancellationToken);
        Table table = new("through", "contender", "µs", "allocated bytes", "times the time of hand-written", "its allocation");
        foreach (Measurement call in calls)
        {
            Measurement hand = calls.Single(other => other.Case == call.Case && other.Contender == Contender.HandWritten);
            table.Add(
                call.Case,
                call.Contender,
                Table.Figure(call.Nanoseconds / 1000),
                Table.Figure(call.Bytes),
                Table.Ratio(call.Nanoseconds, hand.Nanoseconds),
                Table.Ratio(call.Bytes, hand.Bytes)
            );
        }

        return $"""
            An answer of {body.Length} bytes. Two limits are counted, nobody listens to telemetry, the server is another process. The medians of {MeasuringProcesses.Count} processes, in each of which the contenders take turns.

            {table}
            """;
    }
}
