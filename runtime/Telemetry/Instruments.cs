using System.Diagnostics;
using System.Diagnostics.Metrics;
using PowerConnectors.Http;

namespace PowerConnectors.Telemetry;

/// <summary>What all clients of the process report to.</summary>
internal static class Instruments
{
    // Those of HTTP durations, and behind them the waits for limits that calls hold.
    private static readonly double[] s_durations =
    [
        0.01,
        0.025,
        0.05,
        0.075,
        0.1,
        0.25,
        0.5,
        0.75,
        1,
        2.5,
        5,
        7.5,
        10,
        30,
        60,
        300,
        900,
        3600,
    ];
    private static readonly double[] s_waits = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 1800, 3600];

    public static ActivitySource Source { get; } = new(ConnectorTelemetry.ActivitySourceName, RuntimeVersion.Text);

    public static Meter Meter { get; } = new(ConnectorTelemetry.MeterName, RuntimeVersion.Text);

    public static Histogram<double> OperationDuration { get; } =
        Meter.CreateHistogram(
            "powerconnectors.operation.duration",
            unit: "s",
            "How long calls of operations take, with all attempts and waits.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = s_durations }
        );

    public static Histogram<double> WaitDuration { get; } =
        Meter.CreateHistogram(
            "powerconnectors.throttle.wait.duration",
            unit: "s",
            "How long calls that could not leave at once waited for a limit or for the end of a pause.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = s_waits }
        );

    public static Counter<long> Retries { get; } =
        Meter.CreateCounter<long>("powerconnectors.retries", unit: "{retry}", "How often calls were tried again.");

    public static Counter<long> Pauses { get; } =
        Meter.CreateCounter<long>(
            "powerconnectors.throttle.pauses",
            unit: "{pause}",
            "How often a service had a connection pause, or pause longer."
        );
}
