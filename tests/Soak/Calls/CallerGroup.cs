using System.Collections.Concurrent;
using System.Globalization;
using PowerConnectors.Soak.Reconciling;

namespace PowerConnectors.Soak.Calls;

/// <summary>Callers who make the calls together, and what the client said of each.</summary>
internal sealed class CallerGroup(Reader reader, Writer writer, int callers, int calls)
{
    private const int LongestExample = 5;

    private readonly CallOutcome[] _outcomes = new CallOutcome[calls];
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _unexpected = [];
    private int _next;

    public IReadOnlyList<CallOutcome> Outcomes => _outcomes;

    /// <summary>How many calls failed with which code.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    /// <summary>The first of what no caller can expect.</summary>
    public IEnumerable<string> Unexpected => _unexpected;

    public int Made => _outcomes.Count(static outcome => outcome != CallOutcome.NotMade);

    public ReadTally Reads
    {
        get
        {
            CallOutcome[] reads = [.. _outcomes.Where(static (outcome, call) => !CallPlan.IsWrite(call) && outcome != CallOutcome.NotMade)];
            return new ReadTally(reads.Length, reads.Count(static outcome => outcome != CallOutcome.Succeeded));
        }
    }

    /// <summary>Makes calls up to a number, or until it is time to stop. No call is under way afterwards.</summary>
    public Task CallUpToAsync(int end, Func<bool> isTimeUp, CancellationToken cancellationToken) =>
        Task.WhenAll(
            Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(end, isTimeUp, cancellationToken), cancellationToken))
        );

    private async Task CallAsync(int end, Func<bool> isTimeUp, CancellationToken cancellationToken)
    {
        while (!isTimeUp())
        {
            int call = Interlocked.Increment(ref _next) - 1;
            if (call >= end)
            {
                Interlocked.Decrement(ref _next);
                return;
            }

            _outcomes[call] = await CallAsync(call, cancellationToken);
        }
    }

    private async Task<CallOutcome> CallAsync(int call, CancellationToken cancellationToken)
    {
        try
        {
            if (CallPlan.IsWrite(call))
            {
                await writer.WriteAsync(call, cancellationToken);
                return CallOutcome.Succeeded;
            }

            return await reader.ReadAsync(call, cancellationToken) ? CallOutcome.Succeeded : Report(call, "a wrong answer");
        }
        catch (ConnectorRequestException exception)
        {
            string code = exception.ErrorCode ?? exception.Status.ToString(CultureInfo.InvariantCulture);
            _failures.AddOrUpdate(code, 1, static (_, count) => count + 1);
            return exception.MayHaveBeenCarriedOut ? CallOutcome.PerhapsCarriedOut : CallOutcome.NotCarriedOut;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Report(call, exception.ToString());
        }
    }

    private CallOutcome Report(int call, string problem)
    {
        if (_unexpected.Count < LongestExample)
        {
            _unexpected.Enqueue($"{CallPlan.NameOf(call)}: {problem}");
        }

        return CallOutcome.Unexpected;
    }
}
