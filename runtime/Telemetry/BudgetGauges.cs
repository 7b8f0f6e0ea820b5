using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace PowerConnectors.Telemetry;

/// <summary>Reports the budgets of all connections that are in use, when somebody asks. Registries are known as long as somebody else holds them.</summary>
internal static class BudgetGauges
{
    private static readonly ConditionalWeakTable<ConnectorThrottleRegistry, object?> s_registries = [];

    static BudgetGauges()
    {
        Instruments.Meter.CreateObservableGauge(
            "powerconnectors.throttle.remaining",
            static () => Measure(static status => status.Remaining),
            unit: "{call}",
            "How many calls of a connection may leave at once."
        );
        Instruments.Meter.CreateObservableGauge(
            "powerconnectors.throttle.waiting",
            static () => Measure(static status => status.Waiting),
            unit: "{call}",
            "How many calls of a connection wait for a limit."
        );
    }

    public static void Include(ConnectorThrottleRegistry registry) => s_registries.Add(registry, null);

    private static IEnumerable<Measurement<long>> Measure(Func<ConnectorLimitStatus, long?> read) =>
        from registry in s_registries
        from budget in registry.Key.Budgets
        from status in budget.Limits
        let value = read(status)
        where value is not null
        select new Measurement<long>(
            value.Value,
            new(TagNames.Endpoint, budget.Connection.Endpoint),
            new(TagNames.Connection, budget.Connection.ConnectionId),
            new(TagNames.Limit, status.Limit.ToString())
        );
}
