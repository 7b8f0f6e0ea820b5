using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;
using PowerConnectors.Benchmarks.Reporting;

namespace PowerConnectors.Benchmarks.Calls;

/// <summary>One call beside the hand-written client, NSwag and Refit.</summary>
internal sealed class CallSuite : Suite
{
    private const string DisplayName = "Receive order";

    public override string Name => "call";

    public override string Title => "One call";

    /// <exception cref="InvalidOperationException">A contender did not read what was sent.</exception>
    public static async Task CheckAsync(FlowCalls calls)
    {
        foreach (
            Func<Task<string?>> call in (Func<Task<string?>>[])
                [calls.HandWrittenAsync, calls.PowerConnectorsAsync, calls.NSwagAsync, calls.RefitAsync]
        )
        {
            if (await call() is not DisplayName and var name)
            {
                throw new InvalidOperationException($"{call.Method.Name} read '{name}'.");
            }
        }
    }

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        byte[] body = Bodies.Read(Bodies.Flow);
        await using FlowServer server = await FlowServer.StartAsync(body, cancellationToken);
        Environment.SetEnvironmentVariable(Transports.ServerVariable, server.Endpoint);
        foreach (string transport in (string[])[Transports.InMemory, Transports.Kestrel])
        {
            using FlowCalls calls = new(transport, body);
            await CheckAsync(calls);
        }
    }

    public override async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        byte[] body = Bodies.Read(Bodies.Flow);
        await using FlowServer server = await FlowServer.StartAsync(body, cancellationToken);
        IReadOnlyList<Measurement> calls = Measurer.Run(
            [typeof(CallBenchmarks)],
            environment: new Dictionary<string, string> { [Transports.ServerVariable] = server.Endpoint }
        );
        Table table = new("through", "contender", "µs", "allocated bytes", "times the time of hand-written", "its allocation");
        foreach (Measurement call in calls)
        {
            Measurement hand = calls.Single(other => other.Case == call.Case && other.Method == nameof(CallBenchmarks.HandWritten));
            table.Add(
                call.Case,
                call.Method,
                Table.Figure(call.Nanoseconds / 1000),
                Table.Figure(call.Bytes),
                Table.Ratio(call.Nanoseconds, hand.Nanoseconds),
                Table.Ratio(call.Bytes, hand.Bytes)
            );
        }

        return $"An answer of {body.Length} bytes. Two limits are counted, nobody listens to telemetry, the server is another process.\n\n{table}";
    }
}
