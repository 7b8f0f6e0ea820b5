using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Limits;
using PowerConnectors.Emulator.Requests;

namespace PowerConnectors.Emulator.Administration;

/// <summary>Adds up what has happened.</summary>
internal sealed class StatisticsReader(RequestLog log, CallCounter calls, FaultPlan plan)
{
    public EmulatorStatistics Read()
    {
        var requests = log.Snapshot();
        return new EmulatorStatistics(
            requests.Count,
            requests.Count(request => request.CarriedOut),
            calls.TurnedAway,
            requests
                .Where(request => request.Fault is not null)
                .CountBy(request => request.Fault!)
                .OrderBy(count => count.Key, StringComparer.Ordinal)
                .ToDictionary(),
            plan.Count()
        );
    }
}
