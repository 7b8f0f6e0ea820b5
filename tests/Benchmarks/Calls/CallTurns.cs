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
            await Turns.MeasureAsync(
                "call",
                transport.Name,
                [.. ContendersOf(calls).Select(static one => new Contender(one.Name, one.CallAsync))]
            );
        }
    }

    /// <exception cref="InvalidOperationException">A contender did not read what was sent.</exception>
    public static async Task CheckAsync(FlowCalls calls)
    {
        foreach ((string name, Func<Task<string?>> callAsync) in ContendersOf(calls))
        {
            if (await callAsync() is not DisplayName and var read)
            {
                throw new InvalidOperationException($"{name} read '{read}'.");
            }
        }
    }

    private static (string Name, Func<Task<string?>> CallAsync)[] ContendersOf(FlowCalls calls) =>
        [
            (Contender.HandWritten, calls.HandWrittenAsync),
            (Contender.Ours, calls.PowerConnectorsAsync),
            ("NSwag", calls.NSwagAsync),
            ("Refit", calls.RefitAsync),
        ];
}
