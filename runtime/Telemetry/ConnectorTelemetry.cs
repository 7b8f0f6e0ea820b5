namespace PowerConnectors;

/// <summary>The names under which clients report what they do, for <c>AddSource</c> and <c>AddMeter</c> of OpenTelemetry. The page on telemetry lists spans, metrics and log events.</summary>
public static class ConnectorTelemetry
{
    /// <summary>The source of the spans of operations. The spans of their HTTP requests, within them, are those of <c>System.Net.Http</c>.</summary>
    public const string ActivitySourceName = "PowerConnectors";

    /// <summary>The meter of durations, waits, retries and budgets.</summary>
    public const string MeterName = "PowerConnectors";
}
