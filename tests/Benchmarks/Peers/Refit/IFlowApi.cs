using PowerConnectors.Benchmarks.Peers.HandWritten;
using Refit;

namespace PowerConnectors.Benchmarks.Peers.Refit;

/// <summary>What one writes for Refit, over the hand-written models.</summary>
internal interface IFlowApi
{
    [Get("/{connectionId}/environments/{environment}/flows/{flow}")]
    Task<Flow<List<ConnectionReference>>> GetFlowAsync(string connectionId, string environment, string flow);
}
