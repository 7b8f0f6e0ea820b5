namespace PowerConnectors.Runtime.Tests.Telemetry;

/// <summary>Whoever listens to spans and meters hears the whole process: these tests run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryTestGroup
{
    public const string Name = "Telemetry";
}
