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

    private static List<Measurement<long>> Measure(Func<ConnectorLimitStatus, long?> read)
    {
        List<Measurement<long>> measurements = [];
        foreach ((ConnectorThrottleRegistry registry, _) in s_registries)
        {
            foreach ((ConnectorConnection connection, IReadOnlyList<ConnectorLimitStatus> limits) in registry.Budgets)
            {
                foreach (ConnectorLimitStatus status in limits)
                {
                    if (read(status) is { } value)
                    {
                        measurements.Add(Of(connection, status.Limit, value));
                    }
                }
            }
        }

        return measurements;
    }

    private static Measurement<long> Of(ConnectorConnection connection, ConnectorLimit limit, long value) =>
        new(
            value,
            new(TagNames.Endpoint, connection.Endpoint),
            new(TagNames.Connection, connection.ConnectionId),
            new(TagNames.Limit, limit.ToString())
        );
}
