using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.State;

/// <summary>Everything the service keeps. Whoever reads or changes it holds <see cref="Lock"/>.</summary>
internal sealed class EmulatorStore(IReadOnlyList<JsonObject> connectors, IReadOnlyList<EnvironmentRecord> environments)
{
    public Lock Lock { get; } = new();

    /// <summary>The connectors, with all that is known of them.</summary>
    public IReadOnlyList<JsonObject> Connectors { get; } = connectors;

    public IReadOnlyList<EnvironmentRecord> Environments { get; } = environments;

    public EnvironmentRecord? FindEnvironment(string name) =>
        Environments.FirstOrDefault(environment => string.Equals(environment.Name, name, StringComparison.OrdinalIgnoreCase));

    public JsonObject? FindConnector(string name) =>
        Connectors.FirstOrDefault(connector =>
            string.Equals(connector["name"]!.GetValue<string>(), name, StringComparison.OrdinalIgnoreCase)
        );
}
