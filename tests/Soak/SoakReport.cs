using PowerConnectors.Soak.Measuring;
using PowerConnectors.Soak.Reconciling;
using PowerConnectors.Soak.Service;

namespace PowerConnectors.Soak;

/// <summary>What came of a run.</summary>
/// <param name="Calls">How many calls were made.</param>
/// <param name="Duration">How long they took.</param>
/// <param name="Failures">How many calls failed with which code.</param>
/// <param name="Reads">What came of the reads.</param>
/// <param name="Writes">What came of the writes, against what the service did.</param>
/// <param name="Service">What the service says of itself.</param>
/// <param name="Checkpoints">What the process held in between, whenever no call was under way.</param>
/// <param name="Problems">What must not be; empty for a good run.</param>
internal sealed record SoakReport(
    int Calls,
    TimeSpan Duration,
    IReadOnlyDictionary<string, int> Failures,
    ReadTally Reads,
    WriteTally Writes,
    ServiceStatistics Service,
    IReadOnlyList<Checkpoint> Checkpoints,
    IReadOnlyList<string> Problems
);
