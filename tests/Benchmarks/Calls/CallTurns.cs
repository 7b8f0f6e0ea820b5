using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;

namespace PowerConnectors.Benchmarks.Calls;

/// <summary>One call, from arguments to a model, by every contender.</summary>
internal static class CallTurns
{
    /// <summary>The first argument of a process that does so; the second is the server's endpoint.</summary>
    public const string Command = "call-process";

    private const string DisplayName = "Receive order";

    public static async Task RunAsync(string endpoint)
    {
        byte[] body = Bodies.Read(Bodies.Flow);
        foreach (Transport transport in Transport.All(new Uri(endpoint), body))
        {
            using FlowCalls calls = new(transport);
            await CheckAsync(calls);
            await Turns.MeasureAsync("call", transport.Name, ContendersOf(calls));
        }
    }

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

    private static Contender[] ContendersOf(FlowCalls calls) =>
        [
            new(Contender.HandWritten, calls.HandWrittenAsync),
            new(Contender.Ours, calls.PowerConnectorsAsync),
            new("NSwag", calls.NSwagAsync),
            new("Refit", calls.RefitAsync),
        ];
}
