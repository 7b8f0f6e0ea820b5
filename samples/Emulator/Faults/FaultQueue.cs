using System.Collections.Concurrent;

namespace PowerConnectors.Emulator.Faults;

/// <summary>The faults that wait, first come first served per operation.</summary>
internal sealed class FaultQueue
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _faults = new(StringComparer.Ordinal);

    public void Add(string operationId, Fault fault) => _faults.GetOrAdd(operationId, _ => []).Enqueue(fault);

    public Fault? Take(string operationId) =>
        _faults.TryGetValue(operationId, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
}
