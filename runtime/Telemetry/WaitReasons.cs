namespace PowerConnectors.Telemetry;

/// <summary>What calls wait for before they are sent.</summary>
internal static class WaitReasons
{
    public const string Limit = "limit";
    public const string Pause = "pause";
}
